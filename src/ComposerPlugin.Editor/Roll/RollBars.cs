using ComposerPlugin.Music;

namespace ComposerPlugin.Editor;

/// <summary>Bars of the roll from a position on, up to the next change of meter or jump of the host.</summary>
/// <param name="Bars">The bars.</param>
/// <param name="Number">The number that the host shows for the bar that begins at the bar line of <paramref name="Bars"/>.</param>
/// <param name="From">Where they begin, in ticks: at that bar line, or after it where the host jumped into the middle of a bar.</param>
public readonly record struct RollBars(BarGrid Bars, long Number, double From);
