namespace ComposerPlugin.Music;

/// <summary>A tempo and where it begins.</summary>
/// <param name="Tick">In ticks of 24 to the quarter from the start of the file.</param>
/// <param name="QuartersPerMinute">Quarter notes in a minute from there on.</param>
public readonly record struct TempoChange(double Tick, double QuartersPerMinute);
