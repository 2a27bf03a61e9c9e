namespace ComposerPlugin.Vst3;

/// <summary>The component and audio processor of an instance: buses, activation and processing.</summary>
public interface IComponentProcessor
{
    /// <summary>
    /// [main] The buses. Must not change during the life of the instance. The order within a media type and direction is the bus index.
    /// </summary>
    IReadOnlyList<Bus> Buses { get; }

    /// <summary>[main] The fields of <see cref="ProcessContext"/> that the processor reads. Hosts may omit all others.</summary>
    ContextRequirements ContextRequirements { get; }

    /// <summary>[main] The latency in sample frames.</summary>
    uint LatencySamples { get; }

    /// <summary>
    /// [main] The duration of the output after the input ends, in sample frames; <see cref="uint.MaxValue"/> is infinite.
    /// </summary>
    uint TailSamples { get; }

    /// <summary>
    /// [main, inactive] Sets sample rate, maximum block size and mode for the next activation. The values have been checked.
    /// </summary>
    void SetupProcessing(in ProcessSetup setup);

    /// <summary>
    /// [main] The host activates or deactivates a declared bus. All buses are processed either way; a processor that does not ask needs
    /// nothing.
    /// </summary>
    /// <param name="media">The media type.</param>
    /// <param name="direction">The direction.</param>
    /// <param name="index">The index among the buses of this type and direction.</param>
    /// <param name="active">Whether the host uses it.</param>
    void ActivateBus(MediaType media, BusDirection direction, int index, bool active)
    {
    }

    /// <summary>[main] Allocates on true, releases on false. Called only when the state changes.</summary>
    void SetActive(bool active);

    /// <summary>[audio or main, active] Called before processing starts and after it stops. Must not allocate.</summary>
    void SetProcessing(bool processing);

    /// <summary>[audio] Processes one block. Must not allocate, lock, wait or throw.</summary>
    void Process(in ProcessBlock block);
}
