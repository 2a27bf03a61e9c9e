namespace ComposerPlugin.Music;

/// <summary>A note on the transport's clock, with the bars around it: what travels between the audio thread and the worker.</summary>
/// <param name="Onset">The tick at which it begins.</param>
/// <param name="Duration">In ticks, at least 1; 0 while the key is held.</param>
/// <param name="Pitch">The sounding pitch.</param>
/// <param name="Velocity">1 to 127.</param>
/// <param name="Bars">The bar lines around it.</param>
public readonly record struct TimedNote(long Onset, int Duration, Pitch Pitch, byte Velocity, BarGrid Bars)
{
    /// <summary>The tick at which it has ended.</summary>
    public long End => Onset + Duration;
}
