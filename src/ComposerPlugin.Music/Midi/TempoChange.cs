namespace ComposerPlugin.Music;

/// <summary>A tempo change.</summary>
/// <param name="Tick">The time in ticks (24 per quarter note) from the start of the file, not rounded.</param>
/// <param name="QuartersPerMinute">The tempo from that time, in quarter notes per minute.</param>
public readonly record struct TempoChange(double Tick, double QuartersPerMinute);
