namespace ComposerPlugin;

/// <summary>[any] The plain values of <see cref="Parameters.Learn"/>: off, the triggers, forgetting all, then the controls.</summary>
internal static class LearnEntries
{
    /// <summary>Nothing learns.</summary>
    public const int Off = 0;

    /// <summary>All mappings are removed.</summary>
    public const int ForgetAll = MidiLearn.Triggers + 1;

    /// <summary>The value at which a learner learns.</summary>
    public static int Of(int learner) => learner < MidiLearn.Triggers ? learner + 1 : learner + 2;

    /// <summary>The learner that learns at a value; null if none does.</summary>
    public static int? LearnerAt(int entry) => entry is Off or ForgetAll ? null : entry < ForgetAll ? entry - 1 : entry - 2;
}
