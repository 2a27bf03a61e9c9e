using ComposerPlugin.Music;

namespace ComposerPlugin.Trainer.Corpus;

/// <summary>Cuts phrases into passages of whole bars, each a phrase that begins at its first bar line.</summary>
internal static class BarWindows
{
    private const int FewestNotes = 2;

    /// <summary>The passages of a phrase, one after the other. Those with fewer than two notes are left out; a note is cut at its passage's end.</summary>
    public static IEnumerable<Phrase> Of(Phrase phrase, int bars)
    {
        int length = bars * phrase.Meter.BarTicks;
        return phrase.GroupBy(note => note.Onset / length)
            .Where(notes => notes.Count() >= FewestNotes)
            .Select(notes => new Phrase(phrase.Meter, notes.Select(note => Moved(note, notes.Key * length, length))));
    }

    private static Note Moved(Note note, int begin, int length) =>
        note with { Onset = note.Onset - begin, Duration = Math.Min(note.Duration, begin + length - note.Onset) };
}
