using ComposerPlugin.Music;
using ComposerPlugin.Trainer.Corpus;
using ComposerPlugin.Trainer.Onnx;

namespace ComposerPlugin.Trainer.Tests;

public class TuneFamiliesTests
{
    [Fact]
    public void A_transposed_copy_is_of_the_same_family()
    {
        var tune = TestTunes.Tune(1);
        int[] families = TuneFamilies.Group([tune, TestTunes.Tune(2), TestTunes.Transposed(tune, 5)]);
        Assert.Equal([0, 1, 0], families);
    }

    [Fact]
    public void A_copy_in_another_key_has_the_same_fingerprint_and_a_variant_has_not()
    {
        var tune = TestTunes.Tune(1);
        var variant = new Phrase(tune.Meter, tune.SkipLast(1).Append(tune[^1] with { Pitch = new(50) }));
        Assert.Equal(TuneFamilies.Fingerprint(tune), TuneFamilies.Fingerprint(TestTunes.Transposed(tune, -3)));
        Assert.NotEqual(TuneFamilies.Fingerprint(tune), TuneFamilies.Fingerprint(variant));
    }

    [Fact]
    public void Tunes_joined_by_a_third_are_one_family()
    {
        Phrase left = TestTunes.Tune(1), right = TestTunes.Tune(2);
        int end = 16 * left.Meter.BarTicks;
        var medley = new Phrase(left.Meter, [.. left, .. right.Select(note => note with { Onset = note.Onset + end })]);
        Assert.Equal([0, 0, 0], TuneFamilies.Group([left, right, medley]));
    }

    [Fact]
    public void Tunes_of_one_song_are_one_family()
    {
        Phrase[] tunes = [.. Enumerable.Range(0, 5).Select(seed => TestTunes.Tune(seed))];
        Assert.Equal([0, 1, 1, 1, 4], TuneFamilies.Group(tunes, [1, 2, 2, 2, 3]));
    }

    [Fact]
    public void A_scale_that_both_run_makes_no_family()
    {
        Phrase Ending(int seed) => new(new(6, 8), TestTunes.Tune(seed)
            .Concat(Enumerable.Range(0, 20).Select(i => new Note((16 * 72) + (12 * i), 12, new((byte)(60 + i)), 80))));
        Assert.Equal([0, 1], TuneFamilies.Group([Ending(1), Ending(2)]));
    }
}
