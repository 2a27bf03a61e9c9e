namespace ComposerPlugin;

/// <summary>The effect of a note or controller that is mapped.</summary>
/// <param name="Learner">The trigger or control, by its number in <see cref="Parameters.Learners"/>.</param>
/// <param name="IsLearnt">Whether the mapping is new.</param>
/// <param name="Fires">Whether a trigger fires.</param>
/// <param name="Reassigned">The learner that lost this mapping, or null.</param>
public readonly record struct LearnOutcome(int Learner, bool IsLearnt, bool Fires, int? Reassigned);
