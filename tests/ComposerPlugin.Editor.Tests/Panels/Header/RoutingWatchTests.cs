using ComposerPlugin.Engine;

namespace ComposerPlugin.Editor.Tests;

public class RoutingWatchTests
{
    // 120 beats a minute: 48 ticks a second.
    private const double TicksPerSecond = 48;

    private static readonly EngineSnapshot Silent = FakeModel.Snapshot(0) with { PlayedNotes = 0 };

    private readonly RoutingWatch _watch = new();

    [Fact]
    public void That_no_note_arrives_is_noticed_when_the_host_has_played_for_ten_seconds()
    {
        Assert.Equal(RoutingFault.None, Play(Silent, 0, 9.9));
        Assert.Equal(RoutingFault.NoMidi, Play(Silent, 9.9, 10.1));
        Assert.Equal(RoutingFault.None, Play(Silent with { PlayedNotes = 1 }, 10.1, 10.2));
    }

    [Fact]
    public void Seconds_are_those_of_the_song()
    {
        // At half the tempo the same ticks last twice as long.
        Assert.Equal(RoutingFault.NoMidi, Play(Silent with { Tempo = 60 }, 0, 5.1));
    }

    [Fact]
    public void A_host_that_stops_begins_anew()
    {
        Play(Silent, 0, 9);
        Play(Silent with { IsPlaying = false }, 9, 30);
        Assert.Equal(RoutingFault.None, Play(Silent, 30, 39));
        Assert.Equal(RoutingFault.NoMidi, Play(Silent, 39, 40.2));
    }

    [Theory]
    [InlineData(PlayMode.Generate)]
    [InlineData(PlayMode.Hold)]
    public void Modes_that_play_on_their_own_need_no_notes(PlayMode mode) =>
        Assert.Equal(RoutingFault.None, Play(Silent with { Mode = mode }, 0, 60));

    [Fact]
    public void That_the_host_takes_no_notes_is_noticed_unless_the_tone_is_heard()
    {
        var deaf = FakeModel.Snapshot(0) with { HasOutput = false };
        Assert.Equal(RoutingFault.NoOutput, Play(deaf, 0, 10.2));
        Assert.Equal(RoutingFault.None, Play(deaf, 10.2, 40, isHeard: true));
        Assert.Equal(RoutingFault.None, Play(FakeModel.Snapshot(0), 40, 60));
    }

    [Fact]
    public void A_clock_that_goes_back_counts_nothing()
    {
        Play(Silent, 100, 109);
        Assert.Equal(RoutingFault.None, Play(Silent, 0, 0.5));
    }

    // Thirty looks a second, as ticks of the window are.
    private RoutingFault Play(EngineSnapshot engine, double from, double to, bool isHeard = false)
    {
        var fault = RoutingFault.None;
        for (int i = 0; i <= (to - from) * 30; i++)
            fault = _watch.Look(engine with { Position = (from + (i / 30.0)) * TicksPerSecond }, isHeard);
        return fault;
    }
}
