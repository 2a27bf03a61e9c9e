namespace ComposerPlugin.Music.Tests;

public class CadenceApproachesTests
{
    [Fact]
    public void Tune_teaches_what_stands_before_a_rest()
    {
        var statistics = new FormStatistics();
        // C major; the line rests on C in its last bar, from D and B.
        int[] bar = [60, 65, 67, 64];
        statistics.Learn(new(Meter.Common, [
            .. bar.Concat(bar).Concat(bar).Select((pitch, i) => new Note(i * 24, 24, new((byte)pitch), 90)),
            new(288, 24, new(62), 90), new(312, 24, new(59), 90), new(336, 48, new(60), 90)]));

        Assert.Equal([(2, 11), (4, 2), (6, 4), (8, 7)],
            statistics.Approaches.All.Select(at => (at.Parts, Array.IndexOf([.. at.Counts], 1))));
        Assert.All(statistics.Approaches.All, at => Assert.Equal(0, at.Degree));
    }

    [Fact]
    public void Degrees_lean_by_half_the_logarithm_of_how_much_likelier_they_are()
    {
        var approaches = new CadenceApproaches();
        approaches.Learn(0, 2, 11, 600);
        approaches.Learn(0, 2, 2, 400);
        approaches.Learn(7, 2, 2, 1000);
        float[] leans = new float[PhraseEndings.Degrees];

        approaches.Fill(0, 2, leans);

        // Before all rests, B is at 0.3 and D at 0.7.
        Assert.Equal(0.5 * Math.Log(0.6 / 0.3), leans[11], 0.02);
        Assert.Equal(0.5 * Math.Log(0.4 / 0.7), leans[2], 0.02);
    }

    [Fact]
    public void Nothing_known_leans_nowhere()
    {
        float[] leans = new float[PhraseEndings.Degrees];
        new CadenceApproaches().Fill(0, 1, leans);

        Assert.All(leans, lean => Assert.Equal(0, lean, 1e-6f));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(12, 1)]
    [InlineData(13, 2)]
    [InlineData(96, 8)]
    public void Distance_is_in_eighths_of_a_bar(int ticks, int parts) => Assert.Equal(parts, CadenceApproaches.PartsOf(ticks, 96));
}
