namespace ComposerPlugin.Music;

/// <summary>A meter change.</summary>
/// <param name="Tick">The time in ticks (24 per quarter note) from the start of the file, not rounded.</param>
/// <param name="Meter">The meter from that time.</param>
public readonly record struct MeterChange(double Tick, Meter Meter);
