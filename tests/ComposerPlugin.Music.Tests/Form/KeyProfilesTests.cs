namespace ComposerPlugin.Music.Tests;

public class KeyProfilesTests
{
    private static readonly int[] _phrase = [69, 67, 64, 60, 64, 67, 69, 67, 69, 71, 72, 67];

    [Fact]
    public void Tune_that_ends_on_its_tonic_teaches_its_mode()
    {
        var keys = new FormStatistics();
        keys.Learn(TuneOf([60, 64, 67, 64, 65, 62, 59, 62, 67, 64, 60, 60]));
        keys.Learn(TuneOf([60, 63, 67, 63, 65, 62, 59, 62, 67, 63, 60, 60]));

        Assert.Equal([25, 0, 17, 0, 25, 8, 0, 17, 0, 0, 0, 8], keys.Keys.Weights(0).ToArray());
        Assert.Equal([25, 0, 17, 25, 0, 8, 0, 17, 0, 0, 0, 8], keys.Keys.Weights(1).ToArray());
    }

    [Fact]
    public void Tune_that_ends_elsewhere_teaches_nothing()
    {
        var keys = new FormStatistics();
        keys.Learn(TuneOf([60, 64, 67, 64, 65, 62, 59, 62, 67, 64, 60, 67]));

        Assert.True(keys.Keys.IsEmpty);
    }

    [Fact]
    public void Key_is_the_one_in_which_the_bars_are_likeliest()
    {
        var keys = new KeyProfiles();
        // Music without a seventh degree above and with a strong second.
        int[] degrees = [0, 2, 5, 7, 9, 10];
        foreach (int degree in degrees)
            keys.Learn(0, degree, degree == 2 ? 300 : 100);
        var memory = MemoryOf([62, 64, 67, 64, 69, 71, 72, 64, 64, 62, 69, 64]);

        Assert.Equal(1 + 2, keys.Estimate(memory, 0, 3));
        Assert.NotEqual(1 + 2, KeyProfiles.KeyOf(memory, 3));
    }

    [Fact]
    public void Few_notes_and_no_music_have_no_key()
    {
        Assert.Equal(0, new KeyProfiles().Estimate(MemoryOf(_phrase), 0, 3));
        var keys = new KeyProfiles();
        keys.Learn(0, 0, 1);
        Assert.Equal(0, keys.Estimate(MemoryOf(_phrase[..5]), 0, 3));
        Assert.NotEqual(0, keys.Estimate(MemoryOf(_phrase), 0, 3));
    }

    private static FormMemory MemoryOf(int[] pitches)
    {
        var memory = new FormMemory(64);
        memory.Start(new(Meter.Common, 0));
        for (int i = 0; i < pitches.Length; i++)
            memory.Remember(i * Ticks.PerQuarter, pitches[i], Vocabulary.DurationClass(Ticks.PerQuarter), 0);
        return memory;
    }

    private static Phrase TuneOf(int[] pitches) => new(Meter.Common,
        pitches.Select((pitch, i) => new Note(i * Ticks.PerQuarter, Ticks.PerQuarter, new((byte)pitch), 90)));
}
