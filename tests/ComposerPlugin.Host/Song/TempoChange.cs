namespace ComposerPlugin.Host;

/// <summary>A tempo from a song position on.</summary>
/// <param name="Quarter">Song position in quarter notes.</param>
/// <param name="QuartersPerMinute">The tempo, above 0.</param>
public readonly record struct TempoChange(double Quarter, double QuartersPerMinute);
