using ComposerPlugin.Engine;

namespace ComposerPlugin;

/// <summary>The audio thread's ends of the queues between it and the controller. Whatever finds its queue full is left out: nobody has looked for long.</summary>
/// <param name="Values">Values that the controller set, as when a project is loaded.</param>
/// <param name="Learned">What triggers learnt in the project that was loaded.</param>
/// <param name="ToldValues">Values that the host or the plugin itself set in a block.</param>
/// <param name="ToldLearned">What triggers learnt in a block.</param>
public sealed record ProcessorQueues(
    SpscQueue<ParameterChange>.Consumer Values, SpscQueue<LearnedChange>.Consumer Learned,
    SpscQueue<ParameterChange>.Producer ToldValues, SpscQueue<LearnedChange>.Producer ToldLearned);
