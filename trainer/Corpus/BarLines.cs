using ComposerPlugin.Music;

namespace ComposerPlugin.Trainer.Corpus;

/// <summary>
/// Where the bar lines of a melody stand. Converted files often begin at tick 0 though the tune begins with a pickup; then
/// the accents, or where there are none the long notes and the notes held over, tell where the bars begin.
/// </summary>
/// <param name="Phase">A bar line stands at this tick and every bar from it on; less than a bar.</param>
/// <param name="Fit">The share of bars that begin with an accent there (without accents: with a note).</param>
/// <param name="Heard">Whether accents told.</param>
internal readonly record struct BarLines(int Phase, double Fit, bool Heard)
{
    // Fitted on 1,500 tunes whose accents tell where the bars begin: without the accents this leaves 94 of 100 tunes
    // that have no pickup alone, and finds 31 of 100 pickups. Long notes alone say little.
    private const double HeldOver = 1;
    private const double HalfBar = 0.5;
    private const double AsWritten = 1.02;

    /// <summary>Finds them.</summary>
    /// <param name="notes">A melody by onset, onsets from 0.</param>
    /// <param name="meter">Its meter.</param>
    public static BarLines Find(IReadOnlyList<Note> notes, Meter meter)
    {
        double bars = Math.Max(1, (double)(notes[^1].End - notes[0].Onset) / meter.BarTicks);
        return FromAccents(notes, meter.BarTicks, bars) ?? FromLengths(notes, meter.BarTicks, bars);
    }

    private static BarLines? FromAccents(IReadOnlyList<Note> notes, int bar, double bars)
    {
        int loudest = notes.Max(note => note.Velocity);
        // Sequencers accent the first note whatever it is.
        var accents = notes.Skip(1).Where(note => note.Velocity == loudest).ToList();
        if (accents.Count < bars / 2 || accents.Count > 2 * bars || accents.Count > 0.6 * notes.Count)
            return null;
        var best = accents.GroupBy(note => note.Onset % bar).OrderByDescending(group => group.Count()).ThenBy(group => group.Key).First();
        return new(best.Key, Math.Min(1, best.Count() / bars), Heard: true);
    }

    private static BarLines FromLengths(IReadOnlyList<Note> notes, int bar, double bars)
    {
        var best = notes.Select(note => note.Onset % bar).Append(0).Distinct()
            .Select(phase => (Phase: phase, Score: Score(notes, bar, phase) * (phase == 0 ? AsWritten : 1)))
            .OrderByDescending(scored => scored.Score).ThenBy(scored => scored.Phase).First();
        int begun = notes.Count(note => note.Onset % bar == best.Phase);
        return new(best.Phase, Math.Min(1, begun / bars), Heard: false);
    }

    // Long notes begin at bar lines, and few notes are held over one.
    private static double Score(IReadOnlyList<Note> notes, int bar, int phase)
    {
        double score = notes.Count;
        foreach (var note in notes)
        {
            int place = (note.Onset - phase + bar) % bar;
            double weight = Math.Sqrt((double)note.Duration / Ticks.PerQuarter);
            if (place == 0)
                score += weight;
            else if (place + note.Duration > bar)
                score -= HeldOver;
            else if (2 * place == bar)
                score += HalfBar * weight;
        }
        return Math.Max(score, 0);
    }
}
