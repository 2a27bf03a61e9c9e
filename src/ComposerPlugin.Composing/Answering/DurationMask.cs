using ComposerPlugin.Music;

namespace ComposerPlugin.Composing;

/// <summary>Which durations a note of an answer may have.</summary>
internal static class DurationMask
{
    /// <summary>
    /// Allows durations that end by the end of the answer and, in a melody, after which the next onset is within the longest IOI. The last
    /// note must be long. The shortest duration is allowed if no other is.
    /// </summary>
    /// <param name="allowed">Whether each duration class is allowed.</param>
    /// <param name="constraints">The limits of the answer.</param>
    /// <param name="onset">The onset of the note, before the end of the answer.</param>
    /// <param name="closing">Whether the note is the last.</param>
    public static void Fill(Span<bool> allowed, in AnswerConstraints constraints, long onset, Closing closing)
    {
        bool any = false;
        for (int i = 0; i < allowed.Length; i++)
        {
            int duration = Vocabulary.DurationTicks(i);
            long end = onset + duration;
            bool mayClose = closing != Closing.No && IsLong(constraints, onset, duration);
            bool mayContinue = closing != Closing.Yes && LeavesNextOnset(constraints, onset, end);
            allowed[i] = end <= constraints.End && (mayClose || mayContinue);
            any |= allowed[i];
        }
        allowed[0] |= !any;
    }

    /// <summary>Allows durations up to the next fixed note of a melody.</summary>
    /// <param name="allowed">Whether each duration class is allowed.</param>
    /// <param name="longest">The longest duration, in ticks; at least 1.</param>
    public static void FillUpTo(Span<bool> allowed, long longest)
    {
        for (int i = 0; i < allowed.Length; i++)
            allowed[i] = Vocabulary.DurationTicks(i) <= longest;
    }

    /// <summary>Allows durations from one to another; if there is no such class, as many as before.</summary>
    /// <param name="allowed">Whether each duration class is allowed.</param>
    /// <param name="shortest">The shortest duration, in ticks.</param>
    /// <param name="longest">The longest duration, in ticks.</param>
    public static void FillBetween(Span<bool> allowed, long shortest, long longest)
    {
        bool any = false;
        for (int i = 0; i < allowed.Length; i++)
            any |= Vocabulary.DurationTicks(i) >= shortest && Vocabulary.DurationTicks(i) <= longest;
        for (int i = 0; any && i < allowed.Length; i++)
            allowed[i] = Vocabulary.DurationTicks(i) >= shortest && Vocabulary.DurationTicks(i) <= longest;
    }

    /// <summary>Cuts a duration: the longest allowed one that is no longer, or else the duration itself.</summary>
    /// <param name="allowed">Whether each duration class is allowed.</param>
    /// <param name="duration">The duration class.</param>
    /// <param name="longest">The longest duration, in ticks.</param>
    public static int Cut(ReadOnlySpan<bool> allowed, int duration, long longest)
    {
        int cut = duration;
        while (cut >= 0 && (!allowed[cut] || Vocabulary.DurationTicks(cut) > longest))
            cut--;
        return cut < 0 ? duration : cut;
    }

    /// <summary>Whether a note is long enough to be the last.</summary>
    public static bool IsLong(in AnswerConstraints constraints, long onset, int duration) =>
        duration >= Math.Min(constraints.Cadence.Shortest, constraints.End - onset);

    private static bool LeavesNextOnset(in AnswerConstraints constraints, long onset, long end)
    {
        if (!constraints.IsMelody)
            return true;
        long next = constraints.GridAtOrAfter(end);
        return next > constraints.Cadence.Last ? !constraints.Cadence.Closes : next - onset <= Vocabulary.ExactTicks;
    }
}
