using ComposerPlugin.Music;

namespace ComposerPlugin.Trainer.Corpus;

/// <summary>
/// The bar lines of a melody. Converted files often begin at tick 0 although the tune has a pickup. The bar lines then come from the
/// accents or, without accents, from the features of <see cref="BarLineEvidence"/>.
/// </summary>
/// <param name="Phase">The tick of the first bar line, less than a bar; bar lines follow every bar.</param>
/// <param name="Fit">The share of bars that begin with an accent (without accents: with a note).</param>
/// <param name="Source">How they were found.</param>
internal readonly record struct BarLines(int Phase, double Fit, BarLineSource Source)
{
    // Log-odds of phase 0. A first note after tick 0 means that the file keeps the position of the tune's first bar.
    private const double PriorAtZero = 0.75;
    private const double PriorAfterRest = 3;

    // Accents are trusted if at least this share of the bars begins with one.
    private const double FewestAccented = 0.6;

    /// <summary>Finds the bar lines by accents, else by evidence.</summary>
    /// <param name="notes">At least one note, sorted by onset, in ticks from the start of the file.</param>
    /// <param name="meter">The meter.</param>
    public static BarLines Find(IReadOnlyList<Note> notes, Meter meter) => FromAccents(notes, meter) ?? FromEvidence(notes, meter);

    /// <summary>Finds the bar lines by accents; null where accents are too few, too many or irregular.</summary>
    /// <inheritdoc cref="Find"/>
    public static BarLines? FromAccents(IReadOnlyList<Note> notes, Meter meter)
    {
        int bar = meter.BarTicks;
        double bars = Bars(notes, bar);
        int loudest = notes.Max(note => note.Velocity);
        // The first note is skipped: sequencers accent it anywhere in the bar.
        var accents = notes.Skip(1).Where(note => note.Velocity == loudest).ToList();
        if (accents.Count < bars / 2 || accents.Count > 2 * bars || accents.Count > 0.6 * notes.Count)
            return null;
        var best = accents.GroupBy(note => note.Onset % bar).OrderByDescending(group => group.Count()).ThenBy(group => group.Key).First();
        double fit = Math.Min(1, best.Count() / bars);
        return fit >= FewestAccented ? new(best.Key, fit, BarLineSource.Accents) : null;
    }

    /// <summary>Finds the bar lines without velocities.</summary>
    /// <inheritdoc cref="Find"/>
    public static BarLines FromEvidence(IReadOnlyList<Note> notes, Meter meter)
    {
        var evidence = new BarLineEvidence(notes, meter);
        double priorAtZero = notes[0].Onset > 0 ? PriorAfterRest : PriorAtZero;
        int phase = evidence.Phases.MaxBy(
            phase => BarLineWeights.Score(evidence.FeaturesAt(phase), evidence.MeterClass) + (phase == 0 ? priorAtZero : 0));
        int begun = notes.Select(note => note.Onset).Distinct().Count(onset => onset % meter.BarTicks == phase);
        return new(phase, Math.Min(1, begun / Bars(notes, meter.BarTicks)), BarLineSource.Fit);
    }

    private static double Bars(IReadOnlyList<Note> notes, int bar) => Math.Max(1, (double)(notes[^1].End - notes[0].Onset) / bar);
}
