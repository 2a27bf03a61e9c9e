using ComposerPlugin.Music;

namespace ComposerPlugin.Composing;

/// <summary>Which IOIs may follow a note of an answer.</summary>
internal static class IoiMask
{
    /// <summary>
    /// Allows IOIs to grid positions up to the last tick at which a note may begin; in a melody, after the sounding note. At most a bar is
    /// silent, so that the answer lasts into its last bar. If none is allowed, the answer is complete.
    /// </summary>
    /// <param name="allowed">Whether each IOI class is allowed.</param>
    /// <param name="constraints">The limits of the answer.</param>
    /// <param name="onset">The onset of the last note.</param>
    /// <param name="soundingEnd">The tick at which all notes so far have ended.</param>
    /// <param name="chord">Whether another note may begin together with the last one.</param>
    public static void Fill(Span<bool> allowed, in AnswerConstraints constraints, long onset, long soundingEnd, bool chord)
    {
        allowed.Clear();
        allowed[0] = chord;
        long first = constraints.IsMelody ? Math.Max(soundingEnd, onset + 1) : onset + 1;
        long longestRest = soundingEnd + constraints.Bars.Meter.BarTicks;
        long last = Math.Min(Math.Min(constraints.Cadence.Last, onset + Vocabulary.ExactTicks), longestRest);
        for (long tick = first; tick <= last; tick++)
            allowed[(int)(tick - onset)] = constraints.IsOnGrid(tick);
    }

    /// <summary>Allows no IOI beyond that of the next fixed note, and that one always, if an IOI can be so long.</summary>
    /// <param name="allowed">Whether each IOI class is allowed.</param>
    /// <param name="ioi">The ticks to the onset of the fixed note; at least 1.</param>
    public static void EndAt(Span<bool> allowed, long ioi)
    {
        for (long i = ioi; i < allowed.Length; i++)
            allowed[(int)i] = i == ioi && ioi <= Vocabulary.ExactTicks;
    }

    /// <summary>Allows no IOI before one, unless none would be left.</summary>
    /// <param name="allowed">Whether each IOI class is allowed.</param>
    /// <param name="ioi">The shortest that shall be allowed; others stay if it is 0 or less.</param>
    public static void BeginAt(Span<bool> allowed, long ioi)
    {
        if (ioi > 0 && ioi < allowed.Length && allowed[(int)ioi..].Contains(true))
            allowed[..(int)ioi].Clear();
    }

    /// <summary>Allows no IOI beyond one, unless no other would be left than that of a chord.</summary>
    /// <param name="allowed">Whether each IOI class is allowed.</param>
    /// <param name="ioi">The longest that shall be allowed; at least 1.</param>
    public static void EndBy(Span<bool> allowed, long ioi)
    {
        if (ioi < allowed.Length - 1 && allowed[1..(int)(ioi + 1)].Contains(true))
            allowed[(int)(ioi + 1)..].Clear();
    }
}
