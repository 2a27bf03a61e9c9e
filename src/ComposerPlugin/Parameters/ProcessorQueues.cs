using ComposerPlugin.Engine;

namespace ComposerPlugin;

/// <summary>
/// The processor's ends of the queues between processor and controller. When a queue is full, the newest entry is dropped.
/// </summary>
/// <param name="ValuesIn">Parameter values of a loaded project, from the controller.</param>
/// <param name="LearnedIn">Mappings of a loaded project, from the controller.</param>
/// <param name="ValuesOut">Parameter values set by the host or the plugin in a block, to the controller.</param>
/// <param name="LearnedOut">Mappings learned or cleared in a block, to the controller.</param>
public sealed record ProcessorQueues(
    SpscQueue<ParameterChange>.Consumer ValuesIn, SpscQueue<LearnedChange>.Consumer LearnedIn,
    SpscQueue<ParameterChange>.Producer ValuesOut, SpscQueue<LearnedChange>.Producer LearnedOut);
