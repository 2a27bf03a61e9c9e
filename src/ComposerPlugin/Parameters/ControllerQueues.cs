using ComposerPlugin.Engine;

namespace ComposerPlugin;

/// <summary>
/// The controller's ends of the queues between processor and controller. When a queue is full, the newest entry is dropped.
/// </summary>
/// <param name="ValuesOut">Parameter values of a loaded project, to the processor.</param>
/// <param name="LearnedOut">Mappings of a loaded project, to the processor.</param>
/// <param name="ValuesIn">Parameter values set by the host or the plugin in a block, from the processor.</param>
/// <param name="LearnedIn">Mappings learned or cleared in a block, from the processor.</param>
public sealed record ControllerQueues(
    SpscQueue<ParameterChange>.Producer ValuesOut, SpscQueue<LearnedChange>.Producer LearnedOut,
    SpscQueue<ParameterChange>.Consumer ValuesIn, SpscQueue<LearnedChange>.Consumer LearnedIn)
{
    private const int ValueCapacity = 1024, LearnedCapacity = 64;

    /// <summary>[main] Creates the queues and returns both ends.</summary>
    public static (ProcessorQueues Audio, ControllerQueues Main) Create()
    {
        var (valuesToAudio, valuesFromMain) = SpscQueue<ParameterChange>.Create(ValueCapacity);
        var (learnedToAudio, learnedFromMain) = SpscQueue<LearnedChange>.Create(LearnedCapacity);
        var (valuesToMain, valuesFromAudio) = SpscQueue<ParameterChange>.Create(ValueCapacity);
        var (learnedToMain, learnedFromAudio) = SpscQueue<LearnedChange>.Create(LearnedCapacity);
        return (
            new(valuesFromMain, learnedFromMain, valuesToMain, learnedToMain),
            new(valuesToAudio, learnedToAudio, valuesFromAudio, learnedFromAudio));
    }
}
