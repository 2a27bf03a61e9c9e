using ComposerPlugin.Music;

namespace ComposerPlugin.Trainer.Tests;

/// <summary>Generates tunes in G: two parts of four bars, each repeated, in steps and a few leaps.</summary>
internal static class TestTunes
{
    private static readonly int[] _scale = [55, 57, 59, 60, 62, 64, 66, 67, 69, 71, 72, 74, 76, 78, 79, 81, 83, 84, 86];

    public static Phrase Tune(int seed, Meter? meter = null, int pickup = 0)
    {
        var random = new Random(seed);
        var inMeter = meter ?? new Meter(6, 8);
        Note[] first = [.. Part(random, inMeter)], second = [.. Part(random, inMeter)];
        int part = 4 * inMeter.BarTicks, start = pickup > 0 ? inMeter.BarTicks : 0;
        IEnumerable<Note> notes = [.. Moved(first, start), .. Moved(first, start + part), .. Moved(second, start + (2 * part)),
            .. Moved(second, start + (3 * part))];
        if (pickup > 0)
            notes = notes.Prepend(new(inMeter.BarTicks - pickup, pickup, new(67), 80));
        return new(inMeter, notes);
    }

    /// <summary>The phrase as a converter writes it: it starts at tick 0 even with a pickup, and first beats are louder.</summary>
    /// <param name="phrase">The phrase.</param>
    /// <param name="late">How late every onset is, in ticks.</param>
    /// <param name="accents">Whether the first beat of each bar is louder; the very first note is too, as from a real converter.</param>
    public static MidiSong Song(Phrase phrase, double late = 0, bool accents = true)
    {
        int shift = phrase[0].Onset;
        var notes = phrase.Select((note, i) => new MidiNote(
            note.Onset - shift + late, note.Duration - late, note.Pitch,
            (byte)(!accents ? 80 : i == 0 || note.Onset % phrase.Meter.BarTicks == 0 ? 105 : 80), 0));
        return MidiSong.Create(phrase.Meter, 120, new MidiTrack("", [.. notes]));
    }

    public static Phrase Transposed(Phrase phrase, int semitones) =>
        new(phrase.Meter, phrase.Select(note => note with { Pitch = note.Pitch.Transpose(semitones) }));

    // Each bar begins with a note of a beat; the rest is in eighths, some halved.
    private static IEnumerable<Note> Part(Random random, Meter meter)
    {
        int degree = random.Next(5, 12);
        for (int bar = 0; bar < 4; bar++)
        {
            int onset = bar * meter.BarTicks, end = onset + meter.BarTicks;
            for (int length = Ticks.PerQuarter; onset < end; onset += length, length = random.Next(4) == 0 ? 6 : 12)
            {
                length = Math.Min(length, end - onset);
                degree = Math.Clamp(degree + random.Next(-2, 3), 0, _scale.Length - 1);
                yield return new(onset, length, new((byte)_scale[degree]), 80);
            }
        }
    }

    private static IEnumerable<Note> Moved(Note[] notes, int by) => notes.Select(note => note with { Onset = note.Onset + by });
}
