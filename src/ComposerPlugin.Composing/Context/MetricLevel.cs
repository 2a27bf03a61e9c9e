using ComposerPlugin.Music;

namespace ComposerPlugin.Composing;

/// <summary>How strong a position in the bar is.</summary>
internal static class MetricLevel
{
    /// <summary>The number of levels.</summary>
    public const int Count = 3;

    /// <summary>The level of a tick: 0 on a bar line, 1 on another beat, 2 between beats.</summary>
    public static int Of(BarGrid bars, long tick)
    {
        int position = bars.BarPositionOf(tick);
        return position == 0 ? 0 : position % bars.Meter.BeatTicks == 0 ? 1 : 2;
    }
}
