using ComposerPlugin.Engine;

namespace ComposerPlugin;

/// <summary>The controller's ends of the queues of <see cref="ProcessorQueues"/>.</summary>
/// <param name="Values">Takes values that the processor must take.</param>
/// <param name="Learned">Takes what triggers learnt.</param>
/// <param name="ToldValues">Values that were set in a block.</param>
/// <param name="ToldLearned">What triggers learnt in a block.</param>
public sealed record ControllerQueues(
    SpscQueue<ParameterChange>.Producer Values, SpscQueue<LearnedChange>.Producer Learned,
    SpscQueue<ParameterChange>.Consumer ToldValues, SpscQueue<LearnedChange>.Consumer ToldLearned)
{
    private const int ValueCapacity = 1024, LearnedCapacity = 64;

    /// <summary>[main] Makes the queues and hands out both sides' ends.</summary>
    public static (ProcessorQueues Audio, ControllerQueues Main) Make()
    {
        var (values, valuesOut) = SpscQueue<ParameterChange>.Create(ValueCapacity);
        var (learned, learnedOut) = SpscQueue<LearnedChange>.Create(LearnedCapacity);
        var (toldValues, toldValuesOut) = SpscQueue<ParameterChange>.Create(ValueCapacity);
        var (toldLearned, toldLearnedOut) = SpscQueue<LearnedChange>.Create(LearnedCapacity);
        return (new(valuesOut, learnedOut, toldValues, toldLearned), new(values, learned, toldValuesOut, toldLearnedOut));
    }
}
