using ComposerPlugin.Music;
using ComposerPlugin.Trainer.Corpus;

namespace ComposerPlugin.Trainer.Tests;

public class ScaleSegmentsTests
{
    private static readonly Scale _pentatonic = Scale.Named.Single(scale => scale.Name == "Major pentatonic").Scale;

    [Fact]
    public void Tune_in_the_scale_on_some_tonic_stays_whole()
    {
        // D major pentatonic: D E F# A B.
        var tune = Tune([.. Enumerable.Repeat(new byte[] { 62, 64, 66, 69 }, 5)]);
        Assert.Same(tune, Assert.Single(ScaleSegments.Find(tune, _pentatonic)));
    }

    [Fact]
    public void Segments_of_whole_bars_are_cut_from_a_tune_that_leaves_the_scale()
    {
        byte[] inside = [60, 62, 64, 67], outside = [60, 65, 66, 61];
        var tune = Tune([outside, .. Enumerable.Repeat(inside, 9), outside, .. Enumerable.Repeat(inside, ScaleSegments.FewestBars - 1)]);
        var segment = Assert.Single(ScaleSegments.Find(tune, _pentatonic));
        Assert.Equal(9 * 4, segment.Phrase.Count);
        Assert.Equal(0, segment.Phrase[0].Onset);
        Assert.Equal(segment.Phrase, segment.Melody);
        Assert.All(segment.Phrase, note => Assert.True(_pentatonic.Contains(note.Pitch.Number, 0)));
    }

    [Fact]
    public void Segments_of_two_keys_do_not_overlap()
    {
        byte[] inC = [60, 62, 64, 67], inD = [62, 64, 66, 69], inBoth = [62, 64, 69, 64];
        var tune = Tune([.. Enumerable.Repeat(inC, 7), inBoth, inBoth, .. Enumerable.Repeat(inD, 8)]);
        var segments = ScaleSegments.Find(tune, _pentatonic).ToList();
        Assert.Equal([10 * 4], segments.Select(segment => segment.Phrase.Count));
        Assert.Equal(62, segments[0].Phrase[0].Pitch.Number);
    }

    [Fact]
    public void Tune_without_a_long_segment_in_the_scale_gives_nothing() =>
        Assert.Empty(ScaleSegments.Find(Tune([.. Enumerable.Range(0, 30).Select(bar => new byte[] { 60, 61, 62, (byte)(63 + (bar % 3)) })]),
            _pentatonic));

    private static SongTune Tune(byte[][] bars)
    {
        var phrase = new Phrase(new(4, 4), bars.SelectMany(
            (bar, b) => bar.Select((pitch, n) => new Note(((b * 4) + n) * Ticks.PerQuarter, Ticks.PerQuarter, new(pitch), 80))));
        return new(phrase, phrase, new(0, 1, BarLineSource.Given), null);
    }
}
