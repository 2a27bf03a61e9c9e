using ComposerPlugin.Music;
using ComposerPlugin.Styles;
using ComposerPlugin.Trainer.Data;

namespace ComposerPlugin.Trainer.Tests;

public class CorpusDynamicsTests
{
    [Fact]
    public void One_velocity_is_flat() => Assert.Equal(StylePlan.Flat, CorpusDynamics.Of([Tune(_ => 80), Tune(_ => 96)]));

    [Fact]
    public void Velocities_by_position_are_accents() =>
        Assert.Equal(StylePlan.Accents, CorpusDynamics.Of([Tune(i => i % 4 == 0 ? 105 : 90), Tune(i => i % 4 == 0 ? 100 : 80)]));

    [Fact]
    public void Velocities_that_follow_no_position_are_played() =>
        Assert.Equal(StylePlan.Played, CorpusDynamics.Of([Tune(i => 70 + (i * 7 % 31))]));

    [Fact]
    public void No_tunes_are_flat() => Assert.Equal(StylePlan.Flat, CorpusDynamics.Of([]));

    private static Phrase Tune(Func<int, int> velocity) => new(Meter.Common, Enumerable.Range(0, 64).Select(
        i => new Note(24 * i, 24, new(60), (byte)velocity(i))));
}
