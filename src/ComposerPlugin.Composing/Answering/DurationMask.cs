using ComposerPlugin.Music;

namespace ComposerPlugin.Composing;

/// <summary>Which durations a note of an answer may have.</summary>
internal static class DurationMask
{
    /// <summary>
    /// Allows the durations that end by the answer's end and, in a melody, leave the next onset within reach of a gap class; of the last note the long
    /// ones. The shortest is allowed where nothing else is.
    /// </summary>
    /// <param name="allowed">For each duration class whether it is allowed.</param>
    /// <param name="frame">The answer's frame.</param>
    /// <param name="onset">The note's onset, before the answer's end.</param>
    /// <param name="closing">Whether the note is the last.</param>
    public static void Fill(Span<bool> allowed, in AnswerConstraints frame, long onset, Closing closing)
    {
        bool any = false;
        for (int i = 0; i < allowed.Length; i++)
        {
            int duration = Vocabulary.DurationTicks(i);
            long end = onset + duration;
            allowed[i] = end <= frame.End
                && ((closing != Closing.No && IsLong(frame, onset, duration)) || (closing != Closing.Yes && LeavesNextOnset(frame, onset, end)));
            any |= allowed[i];
        }
        allowed[0] |= !any;
    }

    /// <summary>Whether a note is long enough to be the last.</summary>
    public static bool IsLong(in AnswerConstraints frame, long onset, int duration) =>
        duration >= Math.Min(frame.Cadence.Shortest, frame.End - onset);

    private static bool LeavesNextOnset(in AnswerConstraints frame, long onset, long end)
    {
        if (!frame.IsMelody)
            return true;
        long next = frame.LineAtOrAfter(end);
        return next > frame.Cadence.Last ? !frame.Cadence.Closes : next - onset <= Vocabulary.ExactTicks;
    }
}
