using ComposerPlugin.Music;
using ComposerPlugin.Trainer.Corpus;

namespace ComposerPlugin.Trainer.Tests;

public class BarLinesTests
{
    [Fact]
    public void Without_accents_the_fit_finds_most_pickups_and_few_false_ones()
    {
        Meter[] meters = [new(6, 8), new(4, 4), new(2, 4), new(3, 4), new(9, 8)];
        int pickups = 0, others = 0;
        for (int seed = 0; seed < 100; seed++)
        {
            var meter = meters[seed % meters.Length];
            pickups += BarLines.FromEvidence(AsWritten(TestTunes.Tune(seed, meter, pickup: 12)), meter).Phase == 12 ? 1 : 0;
            others += BarLines.FromEvidence(AsWritten(TestTunes.Tune(seed, meter)), meter).Phase == 0 ? 1 : 0;
        }
        Assert.InRange(pickups, 80, 100);
        Assert.InRange(others, 90, 100);
    }

    [Fact]
    public void A_tune_that_begins_after_a_rest_keeps_its_bar_lines()
    {
        var meter = new Meter(4, 4);
        int kept = 0;
        for (int seed = 0; seed < 50; seed++)
            kept += BarLines.FromEvidence([.. TestTunes.Tune(seed, meter, pickup: 24)], meter).Phase == 0 ? 1 : 0;
        Assert.InRange(kept, 49, 50);
    }

    [Fact]
    public void Random_accents_give_no_bar_lines()
    {
        var random = new Random(2);
        var tune = TestTunes.Tune(3);
        Note[] notes = [.. tune.Select(note => note with { Velocity = (byte)(random.Next(5) == 0 ? 110 : 80) })];
        Assert.Null(BarLines.FromAccents(notes, tune.Meter));
    }

    private static Note[] AsWritten(Phrase tune) => [.. tune.Select(note => note with { Onset = note.Onset - tune[0].Onset })];
}
