namespace ComposerPlugin.Music;

/// <summary>A meter and where it begins.</summary>
/// <param name="Tick">In ticks of 24 to the quarter from the start of the file.</param>
/// <param name="Meter">The meter from there on.</param>
public readonly record struct MeterChange(double Tick, Meter Meter);
