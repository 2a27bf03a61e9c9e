using ComposerPlugin.Engine;

namespace ComposerPlugin;

/// <summary>A trigger has learnt something, or forgotten it; on its way between the threads.</summary>
/// <param name="Trigger">Which.</param>
/// <param name="Control">What it goes by now.</param>
public readonly record struct LearnedChange(TakeTrigger Trigger, LearnedMapping Control);
