using ComposerPlugin.Music;
using ComposerPlugin.Trainer.Corpus;
using ComposerPlugin.Trainer.Onnx;

namespace ComposerPlugin.Trainer.Tests;

public class TuneFamiliesTests
{
    [Fact]
    public void A_transposed_copy_belongs_to_the_same_family()
    {
        var tune = TestTunes.Tune(1);
        int[] families = TuneFamilies.Group([tune, TestTunes.Tune(2), TestTunes.Transposed(tune, 5)]);
        Assert.Equal([0, 1, 0], families);
    }

    [Fact]
    public void A_transposed_copy_has_the_same_fingerprint_and_a_variant_another()
    {
        var tune = TestTunes.Tune(1);
        var variant = new Phrase(tune.Meter, tune.SkipLast(1).Append(tune[^1] with { Pitch = new(50) }));
        Assert.Equal(TuneFamilies.Fingerprint(tune), TuneFamilies.Fingerprint(TestTunes.Transposed(tune, -3)));
        Assert.NotEqual(TuneFamilies.Fingerprint(tune), TuneFamilies.Fingerprint(variant));
    }

    [Fact]
    public void Two_tunes_that_share_notes_with_a_third_are_one_family()
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
    public void A_shared_scale_run_does_not_join_two_families()
    {
        Phrase Ending(int seed) => new(new(6, 8), TestTunes.Tune(seed)
            .Concat(Enumerable.Range(0, 20).Select(i => new Note((16 * 72) + (12 * i), 12, new((byte)(60 + i)), 80))));
        Assert.Equal([0, 1], TuneFamilies.Group([Ending(1), Ending(2)]));
    }
}
