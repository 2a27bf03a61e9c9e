namespace ComposerPlugin.Host;

/// <summary>A loop of the song.</summary>
/// <param name="StartQuarter">The start, in quarter notes.</param>
/// <param name="EndQuarter">The end, where the song jumps back to the start.</param>
public readonly record struct Cycle(double StartQuarter, double EndQuarter);
