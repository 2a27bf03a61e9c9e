using ComposerPlugin.Music;

namespace ComposerPlugin.Editor;

/// <summary>Bars of the roll from a bar line on, up to the next change of meter or jump of the host.</summary>
/// <param name="Bars">The bars; its bar line is where they begin.</param>
/// <param name="Number">The number that the host shows for the first of them.</param>
public readonly record struct RollBars(BarGrid Bars, long Number);
