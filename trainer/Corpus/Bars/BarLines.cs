using ComposerPlugin.Music;

namespace ComposerPlugin.Trainer.Corpus;

/// <summary>
/// Where the bar lines of a melody stand. Converted files often begin at tick 0 though the tune begins with a pickup; then
/// the accents, or where there are none everything else that marks bars (see <see cref="BarLineEvidence"/>), tell where they begin.
/// </summary>
/// <param name="Phase">A bar line stands at this tick and every bar from it on; less than a bar.</param>
/// <param name="Fit">The share of bars that begin with an accent there (without accents: with a note).</param>
/// <param name="Source">What told.</param>
internal readonly record struct BarLines(int Phase, double Fit, BarLineSource Source)
{
    // In units of the weights, e to which is the odds. A tune that begins in mid-bar though the file has ticks before it was written with care.
    private const double AsWritten = 0.75;
    private const double AfterRest = 3;

    // Of the bars, so many must begin with an accent for accents to be believed.
    private const double FewestAccented = 0.6;

    /// <summary>Finds them.</summary>
    /// <param name="notes">Notes in the order of music, onsets from the start of the file.</param>
    /// <param name="meter">Their meter.</param>
    public static BarLines Find(IReadOnlyList<Note> notes, Meter meter) => FromAccents(notes, meter) ?? FromEvidence(notes, meter);

    /// <summary>Finds them by the accents; none where they do not tell.</summary>
    /// <inheritdoc cref="Find"/>
    public static BarLines? FromAccents(IReadOnlyList<Note> notes, Meter meter)
    {
        int bar = meter.BarTicks;
        double bars = Bars(notes, bar);
        int loudest = notes.Max(note => note.Velocity);
        // Sequencers accent the first note whatever it is.
        var accents = notes.Skip(1).Where(note => note.Velocity == loudest).ToList();
        if (accents.Count < bars / 2 || accents.Count > 2 * bars || accents.Count > 0.6 * notes.Count)
            return null;
        var best = accents.GroupBy(note => note.Onset % bar).OrderByDescending(group => group.Count()).ThenBy(group => group.Key).First();
        double fit = Math.Min(1, best.Count() / bars);
        return fit >= FewestAccented ? new(best.Key, fit, BarLineSource.Accents) : null;
    }

    /// <summary>Finds them without asking for velocities.</summary>
    /// <inheritdoc cref="Find"/>
    public static BarLines FromEvidence(IReadOnlyList<Note> notes, Meter meter)
    {
        var evidence = new BarLineEvidence(notes, meter);
        double asWritten = notes[0].Onset > 0 ? AfterRest : AsWritten;
        int phase = evidence.Phases.MaxBy(phase => BarLineWeights.Weigh(evidence.At(phase), evidence.MeterKind) + (phase == 0 ? asWritten : 0));
        int begun = notes.Select(note => note.Onset).Distinct().Count(onset => onset % meter.BarTicks == phase);
        return new(phase, Math.Min(1, begun / Bars(notes, meter.BarTicks)), BarLineSource.Fit);
    }

    private static double Bars(IReadOnlyList<Note> notes, int bar) => Math.Max(1, (double)(notes[^1].End - notes[0].Onset) / bar);
}
