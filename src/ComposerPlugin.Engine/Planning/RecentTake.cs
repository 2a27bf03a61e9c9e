using ComposerPlugin.Music;

namespace ComposerPlugin.Engine;

/// <summary>What the audio thread knows of a take.</summary>
/// <param name="Number">The number of the answer that it was at first, from 1.</param>
/// <param name="BarPosition">Where in the bar it begins, in ticks.</param>
/// <param name="Length">How long it is, in ticks.</param>
/// <param name="Meter">The meter in which it was played.</param>
public readonly record struct RecentTake(int Number, int BarPosition, int Length, Meter Meter);
