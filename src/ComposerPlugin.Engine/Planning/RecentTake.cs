using ComposerPlugin.Music;

namespace ComposerPlugin.Engine;

/// <summary>What the audio thread needs of a take to schedule it; the worker has its notes.</summary>
/// <param name="Id">The <see cref="AnswerBounds.Id"/> of the answer when it was first played.</param>
/// <param name="BarPosition">Its start, in ticks from the bar line.</param>
/// <param name="Length">Its length, in ticks.</param>
/// <param name="Meter">The meter in which it was first played.</param>
public readonly record struct RecentTake(int Id, int BarPosition, int Length, Meter Meter)
{
    /// <summary>Its length in a meter, in ticks: in another meter than its own it fills whole bars.</summary>
    public long LengthIn(Meter meter) => meter == Meter ? Length : meter.BarsToHold(Length) * meter.BarTicks;
}
