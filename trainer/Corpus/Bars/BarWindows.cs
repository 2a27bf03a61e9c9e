using ComposerPlugin.Music;

namespace ComposerPlugin.Trainer.Corpus;

/// <summary>Cuts phrases into segments of whole bars; tick 0 of each segment is its first bar line.</summary>
internal static class BarWindows
{
    private const int FewestNotes = 2;

    /// <summary>
    /// The segments of a phrase in order. Segments with fewer than two notes are left out; a note is cut at the end of its segment.
    /// </summary>
    /// <param name="phrase">A phrase whose tick 0 is a bar line.</param>
    /// <param name="bars">Bars of a segment.</param>
    public static IEnumerable<Phrase> Cut(Phrase phrase, int bars)
    {
        int length = bars * phrase.Meter.BarTicks;
        return phrase.GroupBy(note => note.Onset / length)
            .Where(notes => notes.Count() >= FewestNotes)
            .Select(notes => new Phrase(phrase.Meter, notes.Select(note => Shift(note, notes.Key * length, length))));
    }

    private static Note Shift(Note note, int begin, int length) =>
        note with { Onset = note.Onset - begin, Duration = Math.Min(note.Duration, begin + length - note.Onset) };
}
