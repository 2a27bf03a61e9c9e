namespace ComposerPlugin.Host;

/// <summary>A loop of the song.</summary>
/// <param name="StartQuarter">Where it begins, in quarter notes.</param>
/// <param name="EndQuarter">Where it ends and goes back to the start.</param>
public readonly record struct Cycle(double StartQuarter, double EndQuarter);
