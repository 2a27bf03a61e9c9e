namespace ComposerPlugin.Editor;

/// <summary>A chord above the bars, from a position on.</summary>
/// <param name="Start">The position, in ticks on the transport's clock.</param>
/// <param name="Name">Its name, as "F♯m7/C♯"; empty where there is no chord.</param>
public readonly record struct RollChord(double Start, string Name);
