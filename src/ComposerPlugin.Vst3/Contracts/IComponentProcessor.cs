namespace ComposerPlugin.Vst3;

/// <summary>The processing part of an instance: buses, activation and the process call.</summary>
public interface IComponentProcessor
{
    /// <summary>
    /// [main] The buses, fixed for the life of the instance. The order within a media type and direction is the bus index.
    /// </summary>
    IReadOnlyList<Bus> Buses { get; }

    /// <summary>[main] Which fields of <see cref="ProcessContext"/> the processor reads. A host may leave out all others.</summary>
    ContextRequirements ContextRequirements { get; }

    /// <summary>[main] Delay of the output against the input, in sample frames.</summary>
    uint LatencySamples { get; }

    /// <summary>[main] How long output continues after the input ends, in sample frames; <see cref="uint.MaxValue"/> is for ever.</summary>
    uint TailSamples { get; }

    /// <summary>[main, inactive] Sample rate, largest block and mode for the next activation. The values have been checked.</summary>
    void SetupProcessing(in ProcessSetup setup);

    /// <summary>[main] Allocates on true, releases on false. Called only when the state changes.</summary>
    void SetActive(bool active);

    /// <summary>[audio or main, active] Processing is about to start or has stopped. Must not allocate.</summary>
    void SetProcessing(bool processing);

    /// <summary>[audio] Plays one block. Must not allocate, lock, wait or throw.</summary>
    void Process(in ProcessBlock block);
}
