using ComposerPlugin.Music;

namespace ComposerPlugin.Models;

/// <summary>Which durations a note of an answer may have.</summary>
internal static class DurationMask
{
    /// <summary>
    /// Allows the durations that end by the answer's end and, in a melody, leave the next onset within reach of a gap class;
    /// the shortest always is allowed.
    /// </summary>
    /// <param name="allowed">For each duration class whether it is allowed.</param>
    /// <param name="frame">The answer's frame.</param>
    /// <param name="onset">The note's onset, before the answer's end.</param>
    public static void Fill(Span<bool> allowed, in AnswerFrame frame, long onset)
    {
        for (int i = 0; i < allowed.Length; i++)
        {
            long end = onset + Vocabulary.DurationTicks(i);
            allowed[i] = end <= frame.End && (!frame.IsMelody || LeavesNextOnset(frame, onset, end));
        }
        allowed[0] = true;
    }

    private static bool LeavesNextOnset(in AnswerFrame frame, long onset, long end)
    {
        long next = frame.LineAtOrAfter(end);
        return next >= frame.End || next - onset <= Vocabulary.ExactTicks;
    }
}
