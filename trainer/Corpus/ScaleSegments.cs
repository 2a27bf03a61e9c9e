using ComposerPlugin.Music;

namespace ComposerPlugin.Trainer.Corpus;

/// <summary>Finds the parts of a tune that are in a scale: the whole tune, or segments of whole bars.</summary>
internal static class ScaleSegments
{
    /// <summary>The fewest bars of a segment; a shorter one is too short to learn from.</summary>
    public const int FewestBars = 8;

    private const int Tonics = 12;

    /// <summary>
    /// The tune itself if all its notes are in the scale on one tonic; else its segments that do, in order. Longer segments are chosen
    /// first and do not overlap.
    /// </summary>
    /// <param name="tune">A tune whose tick 0 is a bar line.</param>
    /// <param name="scale">The scale, on any tonic.</param>
    public static IEnumerable<SongTune> Find(SongTune tune, Scale scale)
    {
        var phrase = tune.Phrase;
        int bars = (phrase[^1].Onset / phrase.Meter.BarTicks) + 1;
        int[] tonics = [.. Enumerable.Repeat((1 << Tonics) - 1, bars)];
        foreach (var note in phrase)
            tonics[note.Onset / phrase.Meter.BarTicks] &= TonicsOf(note, scale);
        if (tonics.Aggregate((one, other) => one & other) != 0)
            return [tune];

        var chosen = new List<(int From, int Until)>();
        var runs = Runs(tonics).Where(run => run.Until - run.From >= FewestBars);
        foreach (var run in runs.OrderByDescending(run => run.Until - run.From).ThenBy(run => run.From))
        {
            if (chosen.All(other => run.Until <= other.From || run.From >= other.Until))
                chosen.Add(run);
        }
        return chosen.Order().Select(run => Cut(tune, run.From, run.Until))
            .Where(segment => segment.Phrase.Count >= SongReader.FewestNotes);
    }

    // Bit n is set if the note is in the scale on tonic n.
    private static int TonicsOf(Note note, Scale scale)
    {
        int tonics = 0;
        for (int tonic = 0; tonic < Tonics; tonic++)
            tonics |= scale.Contains(note.Pitch.Number, tonic) ? 1 << tonic : 0;
        return tonics;
    }

    // For each tonic, the longest runs of bars in its scale.
    private static IEnumerable<(int From, int Until)> Runs(int[] tonics)
    {
        for (int tonic = 0; tonic < Tonics; tonic++)
        {
            int from = 0;
            for (int bar = 0; bar <= tonics.Length; bar++)
            {
                if (bar < tonics.Length && ((tonics[bar] >> tonic) & 1) != 0)
                    continue;
                if (bar > from)
                    yield return (from, bar);
                from = bar + 1;
            }
        }
    }

    private static SongTune Cut(SongTune tune, int from, int until)
    {
        var cut = Cut(tune.Phrase, from, until);
        var melody = Cut(tune.Melody, from, until);
        return tune with { Phrase = cut, Melody = melody.Count > 0 ? melody : cut };
    }

    private static Phrase Cut(Phrase phrase, int from, int until)
    {
        int bar = phrase.Meter.BarTicks;
        var notes = phrase.Where(note => note.Onset >= from * bar && note.Onset < until * bar)
            .Select(note => note with { Onset = note.Onset - (from * bar) }).ToArray();
        return new(phrase.Meter, notes.Length == 0 ? notes : Silence.Trim(notes, bar).Notes);
    }
}
