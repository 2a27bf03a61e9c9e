using ComposerPlugin.Engine;

namespace ComposerPlugin;

/// <summary>What a key or controller that is a trigger's has brought about.</summary>
/// <param name="Trigger">The trigger.</param>
/// <param name="IsLearnt">Whether it has just been learnt.</param>
/// <param name="Fires">Whether the trigger fires.</param>
/// <param name="Reassigned">The trigger that went by it until now.</param>
public readonly record struct LearnOutcome(TakeTrigger Trigger, bool IsLearnt, bool Fires, TakeTrigger? Reassigned);
