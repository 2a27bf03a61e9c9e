namespace ComposerPlugin.Music.Tests;

public class KeyTrackerTests
{
    private static readonly int[] _majorScale = [0, 2, 4, 5, 7, 9, 11, 12, 11, 9, 7, 5, 4, 2, 0];
    private static readonly int[] _harmonicMinorScale = [0, 2, 3, 5, 7, 8, 11, 12, 11, 8, 7, 5, 3, 2, 0];

    // Pitch and length in ticks.
    private static readonly (int, int)[] _odeToJoy =
    [
        (66, 24), (66, 24), (67, 24), (69, 24), (69, 24), (67, 24), (66, 24), (64, 24), (62, 24), (62, 24), (64, 24), (66, 24), (66, 36),
        (64, 12), (64, 48),
        (66, 24), (66, 24), (67, 24), (69, 24), (69, 24), (67, 24), (66, 24), (64, 24), (62, 24), (62, 24), (64, 24), (66, 24), (64, 36),
        (62, 12), (62, 48),
    ];

    private static readonly (int, int)[] _godRestYe =
    [
        (64, 24), (64, 24), (71, 24), (71, 24), (69, 24), (67, 24), (66, 24), (64, 24), (62, 24), (64, 24), (66, 24), (67, 24), (69, 24),
        (71, 72),
        (64, 24), (64, 24), (71, 24), (71, 24), (69, 24), (67, 24), (66, 24), (64, 24), (62, 24), (64, 24), (66, 24), (67, 24), (69, 24),
        (71, 72),
    ];

    [Fact]
    public void Scales_yield_their_key_in_every_transposition()
    {
        for (int tonic = 0; tonic < 12; tonic++)
        {
            Assert.Equal(1 + tonic, KeyOf(Even(_majorScale), 60 + tonic));
            Assert.Equal(13 + tonic, KeyOf(Even(_harmonicMinorScale), 60 + tonic));
        }
    }

    [Fact]
    public void Tunes_of_known_key_yield_that_key()
    {
        Assert.Equal(1 + 2, KeyOf(_odeToJoy));    // D major
        Assert.Equal(13 + 4, KeyOf(_godRestYe));    // E minor
    }

    [Fact]
    public void Every_key_is_transposed_to_no_accidentals_by_the_smaller_interval()
    {
        for (int key = 1; key < KeyTracker.Keys; key++)
        {
            int semitones = KeyTracker.ToWhiteKeys(key);
            Assert.InRange(semitones, -5, 6);
            Assert.Equal(key > 12 ? 13 + 9 : 1, KeyTracker.Transpose(key, semitones));
        }
        Assert.Equal(0, KeyTracker.ToWhiteKeys(0));
    }

    [Fact]
    public void Transposing_the_notes_transposes_the_key()
    {
        foreach (var tune in new[] { _odeToJoy, _godRestYe })
        {
            for (int semitones = -12; semitones <= 12; semitones++)
                Assert.Equal(KeyTracker.Transpose(KeyOf(tune), semitones), KeyOf(tune, semitones));
        }
    }

    [Fact]
    public void Few_notes_yield_no_key_and_an_unknown_key_stays_unknown()
    {
        Assert.Equal(0, KeyOf(_odeToJoy[..5]));
        Assert.NotEqual(0, KeyOf(_odeToJoy[..6]));
        Assert.Equal(0, KeyTracker.Transpose(0, 5));
        Assert.Equal(0, KeyTracker.Estimate([1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]));
    }

    [Fact]
    public void Change_of_key_is_detected_after_several_notes()
    {
        var tracker = new KeyTracker();
        for (int i = 0; i < 4; i++)
            Hear(tracker, _odeToJoy, 0);
        for (int i = 0; i < 8; i++)
            Hear(tracker, _odeToJoy, 5);

        Assert.Equal(1 + 7, tracker.Key);
    }

    [Fact]
    public void Cleared_tracker_hears_as_a_new_one()
    {
        var tracker = new KeyTracker();
        Hear(tracker, _odeToJoy, 0);
        tracker.Clear();
        Assert.Equal(0, tracker.Key);

        Hear(tracker, _godRestYe, 0);
        Assert.Equal(KeyOf(_godRestYe), tracker.Key);
    }

    [Fact]
    public void Returning_to_a_mark_restores_the_key_and_its_evidence()
    {
        var encoder = new NoteEncoder(new MotifMemory());
        Push(encoder, _odeToJoy);
        var mark = encoder.Here();
        Push(encoder, _godRestYe);
        Push(encoder, _godRestYe);
        Assert.NotEqual(1 + 2, encoder.Input.Key);

        encoder.Return(mark);

        Assert.Equal(1 + 2, encoder.Input.Key);
        var keys = _godRestYe.Select(note => Key(encoder, note)).ToArray();
        encoder.Return(mark);
        Assert.Equal(keys, _godRestYe.Select(note => Key(encoder, note)));
    }

    private static (int, int)[] Even(int[] degrees) => [.. degrees.Select(degree => (degree, 24))];

    private static int KeyOf((int, int)[] tune, int semitones = 0)
    {
        var tracker = new KeyTracker();
        Hear(tracker, tune, semitones);
        return tracker.Key;
    }

    private static void Hear(KeyTracker tracker, (int Pitch, int Ticks)[] tune, int semitones)
    {
        foreach (var (pitch, ticks) in tune)
            tracker.Hear(pitch + semitones, ticks);
    }

    private static void Push(NoteEncoder encoder, (int, int)[] tune)
    {
        foreach (var note in tune)
            Key(encoder, note);
    }

    private static int Key(NoteEncoder encoder, (int Pitch, int Ticks) note)
    {
        encoder.Push(new(note.Ticks, note.Pitch, Vocabulary.DurationClass(note.Ticks), 20));
        return encoder.Input.Key;
    }
}
