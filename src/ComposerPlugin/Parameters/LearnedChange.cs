using ComposerPlugin.Engine;

namespace ComposerPlugin;

/// <summary>A message between processor and controller: the new mapping of a trigger.</summary>
/// <param name="Trigger">The trigger.</param>
/// <param name="Mapping">Its mapping; the default value clears it.</param>
public readonly record struct LearnedChange(TakeTrigger Trigger, LearnedMapping Mapping);
