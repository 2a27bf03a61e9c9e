using ComposerPlugin.Music;

namespace ComposerPlugin.Editor;

/// <summary>A bar of the roll.</summary>
/// <param name="Start">Where it is seen from, in ticks: its bar line, or after it where the host jumped into it.</param>
/// <param name="End">Where it is seen up to: the next bar line, or before it where the host jumped out of it.</param>
/// <param name="Line">Its bar line, in ticks.</param>
/// <param name="Number">The number that the host shows.</param>
/// <param name="Meter">Its meter.</param>
public readonly record struct RollBar(double Start, double End, long Line, long Number, Meter Meter);
