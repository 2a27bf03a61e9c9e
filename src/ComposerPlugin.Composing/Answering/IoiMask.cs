using ComposerPlugin.Music;

namespace ComposerPlugin.Composing;

/// <summary>Which gaps may follow a note of an answer.</summary>
internal static class IoiMask
{
    /// <summary>
    /// Allows the gaps to grid lines up to the last tick at which a note may begin, after the sounding note in a melody, and with at most a bar of
    /// silence, so that the answer lasts into its last bar. If none is allowed, the answer is complete.
    /// </summary>
    /// <param name="allowed">For each gap class whether it is allowed.</param>
    /// <param name="frame">The answer's frame.</param>
    /// <param name="onset">The onset of the last note.</param>
    /// <param name="soundingEnd">The tick at which all its notes so far have ended.</param>
    /// <param name="chord">Whether another note may begin together with the last one.</param>
    public static void Fill(Span<bool> allowed, in AnswerConstraints frame, long onset, long soundingEnd, bool chord)
    {
        allowed.Clear();
        allowed[0] = chord;
        long first = frame.IsMelody ? Math.Max(soundingEnd, onset + 1) : onset + 1;
        long last = Math.Min(Math.Min(frame.Cadence.Last, onset + Vocabulary.ExactTicks), soundingEnd + frame.Bars.Meter.BarTicks);
        for (long tick = first; tick <= last; tick++)
            allowed[(int)(tick - onset)] = frame.IsLine(tick);
    }
}
