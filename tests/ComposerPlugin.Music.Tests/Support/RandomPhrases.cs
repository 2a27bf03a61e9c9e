namespace ComposerPlugin.Music.Tests;

/// <summary>Random quantised phrases in every meter: triplets, 32nds, ties over bar lines, long rests, chords, all velocities.</summary>
internal static class RandomPhrases
{
    public static readonly Meter[] Meters =
    [
        new(2, 4), new(3, 4), new(4, 4), new(5, 4), new(6, 4), new(7, 4), new(2, 2), new(3, 2), new(3, 8), new(5, 8), new(6, 8),
        new(7, 8), new(9, 8), new(12, 8), new(13, 8), new(4, 2),
    ];

    private static readonly int[] _lengths = [3, 4, 6, 8, 12, 16, 18, 24, 36, 48, 72, 96, 120, 192];

    public static Phrase Next(Random random)
    {
        var meter = Meters[random.Next(Meters.Length)];
        var notes = new List<Note>();
        int onset = random.Next(3) == 0 ? random.Next(meter.BarTicks) : 0;
        for (int i = random.Next(60); i > 0; i--)
        {
            foreach (int pitch in Enumerable.Range(0, 128).OrderBy(_ => random.Next()).Take(random.Next(6) == 0 ? random.Next(2, 6) : 1))
                notes.Add(Vocabulary.Nearest(new(onset, Length(random), new((byte)pitch), (byte)random.Next(1, 128))));
            onset += random.Next(12) == 0 ? random.Next(1, 2000) : _lengths[random.Next(_lengths.Length)];
        }
        return new(meter, notes);
    }

    private static int Length(Random random) => random.Next(10) == 0 ? random.Next(1, 1000) : _lengths[random.Next(_lengths.Length)];
}
