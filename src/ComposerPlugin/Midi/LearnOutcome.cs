using ComposerPlugin.Engine;

namespace ComposerPlugin;

/// <summary>The effect of a note or controller that is mapped to a trigger.</summary>
/// <param name="Trigger">The trigger.</param>
/// <param name="IsLearnt">Whether the mapping is new.</param>
/// <param name="Fires">Whether the trigger fires.</param>
/// <param name="Reassigned">The trigger that lost this mapping, or null.</param>
public readonly record struct LearnOutcome(TakeTrigger Trigger, bool IsLearnt, bool Fires, TakeTrigger? Reassigned);
