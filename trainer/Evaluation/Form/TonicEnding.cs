using ComposerPlugin.Music;

namespace ComposerPlugin.Trainer.Evaluation;

/// <summary>Whether a continuation ends on the tonic of its tune.</summary>
internal static class TonicEnding
{
    /// <summary>
    /// Whether the last note is the tonic of the tune's key: 1 or 0; NaN without a key or a note. Of a chord the lowest note counts. If the
    /// tune begins with a pickup, notes in the last bar that are a pickup to the next part do not count.
    /// </summary>
    public static double Has(Excerpt excerpt, Phrase continuation)
    {
        int key = excerpt.Tune.Features.Key;
        var notes = continuation.Where(note => note.Onset < excerpt.End - excerpt.Pickup).ToList();
        if (key == 0 || notes.Count == 0)
            return double.NaN;
        var last = notes.First(note => note.Onset == notes[^1].Onset);
        return last.Pitch.Class == KeyTracker.TonicOf(key) ? 1 : 0;
    }
}
