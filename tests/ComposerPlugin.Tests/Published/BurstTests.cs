using ComposerPlugin.Host;
using ComposerPlugin.Vst3;

namespace ComposerPlugin.Tests.Published;

/// <summary>Hosts that render ahead of time, in bursts, or faster than they say.</summary>
public class BurstTests
{
    [Theory]
    [InlineData(ProcessMode.Prefetch, 0)]
    [InlineData(ProcessMode.Realtime, 4800)]
    [InlineData(ProcessMode.Realtime, 38400)]
    [InlineData(ProcessMode.Realtime, int.MaxValue)]
    public void No_note_is_lost(ProcessMode mode, int burst)
    {
        var expected = PlayedTake.Of("reel.mid", new() { Mode = ProcessMode.Offline });
        var played = PlayedTake.Of("reel.mid", new()
        {
            Mode = mode, BurstFrames = burst, Pacing = burst is > 0 and < int.MaxValue ? Pacing.Realtime : Pacing.Free,
        });
        Assert.NotEmpty(expected.Answer);
        Assert.Equal(expected.Events, played.Events);
    }
}
