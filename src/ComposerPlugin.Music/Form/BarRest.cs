namespace ComposerPlugin.Music;

/// <summary>The note on which a bar of a melody rests.</summary>
public static class BarRest
{
    /// <summary>Finds the longest note of a bar; of several, the last.</summary>
    /// <param name="bar">The notes of the bar.</param>
    /// <param name="rest">The note.</param>
    public static bool TryFind(ReadOnlySpan<FormNote> bar, out FormNote rest)
    {
        rest = bar.IsEmpty ? default : bar[0];
        foreach (ref readonly var note in bar)
        {
            if (note.Duration >= rest.Duration)
                rest = note;
        }
        return !bar.IsEmpty;
    }

    /// <summary>The fewest ticks for which a melody breathes: half a bar, and a beat.</summary>
    public static int BreathTicks(Meter meter) => Math.Max(meter.BeatTicks, meter.BarTicks / 2);

    /// <summary>Whether a melody breathes in a bar: whether no other note begins for long after one of its notes.</summary>
    /// <param name="bar">The notes of the bar.</param>
    /// <param name="next">The onset after the bar, in the same ticks.</param>
    /// <param name="ticks"><see cref="BreathTicks"/>.</param>
    public static bool Breathes(ReadOnlySpan<FormNote> bar, long next, int ticks)
    {
        for (int i = 0; i < bar.Length; i++)
        {
            if ((i + 1 < bar.Length ? bar[i + 1].Onset : next) - bar[i].Onset >= ticks)
                return true;
        }
        return false;
    }
}
