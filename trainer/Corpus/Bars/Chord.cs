using ComposerPlugin.Music;

namespace ComposerPlugin.Trainer.Corpus;

/// <summary>
/// A chord as a number: 0 is no chord; then the twelve major chords from C up, the minor, the diminished, the augmented and the
/// dominant seventh chords. The first 25 are the classes of MidiNet.
/// </summary>
/// <param name="Number">0 to <see cref="Count"/> - 1.</param>
internal readonly record struct Chord(byte Number)
{
    /// <summary>The number of classes, including no chord.</summary>
    public const int Count = 1 + (12 * 5);

    // Added to the cosine: the lowest note is often the root, and the fourth note of a seventh chord must improve the match by this much.
    private const double LowestIsRoot = 0.05;
    private const double SeventhNote = -0.02;

    private static readonly (string Suffix, int[] Intervals)[] _qualities =
        [("", [0, 4, 7]), ("m", [0, 3, 7]), ("dim", [0, 3, 6]), ("aug", [0, 4, 8]), ("7", [0, 4, 7, 10])];

    private static readonly string[] _roots = ["C", "C#", "D", "Eb", "E", "F", "F#", "G", "Ab", "A", "Bb", "B"];

    /// <summary>The chord reduced to a major or minor one, for models with 25 chord classes.</summary>
    public Chord Triad => Number <= 24 ? this : new((byte)(1 + ((Number - 1) % 12) + (Quality == 2 ? 12 : 0)));

    private int Quality => (Number - 1) / 12;

    /// <summary>The chord transposed up by semitones.</summary>
    public Chord Transpose(int semitones) =>
        Number == 0 ? this : new((byte)(1 + (12 * Quality) + (((((Number - 1) % 12) + semitones) % 12) + 12) % 12));

    /// <summary>The chord whose template is nearest (by cosine) to the sounding time of each pitch class.</summary>
    /// <param name="weights">Ticks of each of the 12 pitch classes, C first.</param>
    /// <param name="lowest">The pitch class of the lowest note, 0 to 11.</param>
    public static Chord Match(ReadOnlySpan<double> weights, int lowest)
    {
        double squares = 0;
        foreach (double weight in weights)
            squares += weight * weight;
        if (squares == 0)
            return default;
        var (best, highest) = (default(Chord), double.MinValue);
        for (int number = 1; number < Count; number++)
        {
            int root = (number - 1) % 12;
            var (_, intervals) = _qualities[(number - 1) / 12];
            double inside = 0;
            foreach (int interval in intervals)
                inside += weights[(root + interval) % 12];
            double score = (inside / Math.Sqrt(squares * intervals.Length))
                + (root == lowest ? LowestIsRoot : 0) + (intervals.Length > 3 ? SeventhNote : 0);
            if (score > highest + 1e-9)
                (best, highest) = (new((byte)number), score);
        }
        return best;
    }

    /// <summary>The chord of each bar of a phrase.</summary>
    public static Chord[] ByBar(Phrase phrase)
    {
        int bar = phrase.Meter.BarTicks;
        int bars = (phrase.End + bar - 1) / bar;
        double[][] weights = [.. Enumerable.Range(0, bars).Select(_ => new double[12])];
        int[] lowest = [.. Enumerable.Repeat(Pitch.Count, bars)];
        foreach (var note in phrase)
        {
            for (int at = note.Onset / bar; at * bar < note.End; at++)
            {
                weights[at][note.Pitch.Class] += Math.Min(note.End, (at + 1) * bar) - Math.Max(note.Onset, at * bar);
                lowest[at] = Math.Min(lowest[at], note.Pitch.Number);
            }
        }
        return [.. weights.Zip(lowest, (weight, low) => Match(weight, low % 12))];
    }

    /// <summary>The chord symbol, such as F#m or G7; N for no chord.</summary>
    public override string ToString() => Number == 0 ? "N" : _roots[(Number - 1) % 12] + _qualities[Quality].Suffix;
}
