using ComposerPlugin.Engine;
using ComposerPlugin.Music;

namespace ComposerPlugin.Composing;

/// <summary>A note that sounds, played or answered, with the bar that it stands in.</summary>
/// <param name="Onset">Its first tick.</param>
/// <param name="Duration">In ticks, at least 1.</param>
/// <param name="Pitch">Its MIDI note number.</param>
/// <param name="Velocity">1 to 127.</param>
/// <param name="Bars">Where the bar lines are.</param>
internal readonly record struct TimedNote(long Onset, int Duration, int Pitch, byte Velocity, BarGrid Bars)
{
    /// <summary>The tick at which it has ended.</summary>
    public long End => Onset + Duration;

    /// <summary>The note that a request tells of.</summary>
    public static TimedNote Of(in ComposeRequest request) =>
        new(request.Tick, Math.Max(request.Duration, 1), request.Pitch.Number & 127, request.Velocity, BarsOf(request));

    /// <summary>The bar lines that a request tells of.</summary>
    public static BarGrid BarsOf(in ComposeRequest request) => new(request.Meter.OrCommon, request.BarLine);
}
