namespace ComposerPlugin.Engine;

/// <summary>A line of a grid inside a quarter note.</summary>
/// <param name="Tick">Where it is, in ticks: 0 to 24.</param>
/// <param name="Cost">
/// How unlikely an onset is on it: the negative logarithm of its share of the onsets, rounded. Beats have more onsets than other lines.
/// </param>
internal readonly record struct GridLine(double Tick, double Cost);
