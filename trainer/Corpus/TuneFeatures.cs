using ComposerPlugin.Music;

namespace ComposerPlugin.Trainer.Corpus;

/// <summary>Features of a tune that follow from its notes.</summary>
/// <param name="Melody">The notes of the melody; all notes of a tune without chords.</param>
/// <param name="Key">The key class (see <see cref="KeyTracker"/>), 0 for none.</param>
/// <param name="Chords">The chord of each bar.</param>
/// <param name="Rhythm">The onset pattern of each bar (see <see cref="Corpus.Rhythm"/>).</param>
internal sealed record TuneFeatures(Phrase Melody, int Key, IReadOnlyList<Chord> Chords, IReadOnlyList<string> Rhythm)
{
    private static readonly string[] _major = ["C", "Db", "D", "Eb", "E", "F", "F#", "G", "Ab", "A", "Bb", "B"];
    private static readonly string[] _minor = ["C", "C#", "D", "Eb", "E", "F", "F#", "G", "G#", "A", "Bb", "B"];

    /// <summary>The name of the key, such as A minor; empty for none.</summary>
    public string KeyName => Key == 0 ? "" : Key <= 12 ? $"{_major[Key - 1]} major" : $"{_minor[Key - 13]} minor";

    /// <summary>Computes the features of a phrase.</summary>
    /// <param name="phrase">All notes.</param>
    /// <param name="melody">The notes of the melody; null for the highest note of each onset.</param>
    public static TuneFeatures FromPhrase(Phrase phrase, Phrase? melody = null) =>
        new(melody ?? Highest(phrase), KeyOf(phrase), Chord.ByBar(phrase), Corpus.Rhythm.ByBar(phrase));

    /// <summary>The largest number of simultaneous notes in a phrase.</summary>
    public static int Polyphony(Phrase phrase)
    {
        var ends = new PriorityQueue<int, int>();
        int most = 0;
        foreach (var note in phrase)
        {
            while (ends.TryPeek(out int end, out _) && end <= note.Onset)
                ends.Dequeue();
            ends.Enqueue(note.End, note.End);
            most = Math.Max(most, ends.Count);
        }
        return most;
    }

    /// <inheritdoc/>
    public bool Equals(TuneFeatures? other) => other is not null && Key == other.Key && Melody.Equals(other.Melody)
        && Chords.SequenceEqual(other.Chords) && Rhythm.SequenceEqual(other.Rhythm);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Key, Melody, Chords.Count);

    private static Phrase Highest(Phrase phrase)
    {
        var highest = Lines.Highest(phrase);
        return highest.Count == phrase.Count ? phrase : new(phrase.Meter, highest);
    }

    private static int KeyOf(Phrase phrase)
    {
        double[] weights = new double[12];
        foreach (var note in phrase)
            weights[note.Pitch.Class] += note.Duration;
        return KeyTracker.Estimate(weights);
    }
}
