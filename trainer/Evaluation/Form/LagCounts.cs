using ComposerPlugin.Music;

namespace ComposerPlugin.Trainer.Evaluation;

/// <summary>How often the bars of continuations refer to no earlier bar, to the one before, to the one before that, and so on.</summary>
internal sealed class LagCounts
{
    /// <summary>The classes: a new bar, and the lags up to the longest possible.</summary>
    public const int Classes = 16;

    private readonly double[] _counts = new double[Classes];
    private double _sum;

    /// <summary>The share of each class.</summary>
    public double[] Shares => [.. _counts.Select(count => _sum == 0 ? 0 : count / _sum)];

    /// <summary>Adds the bars of a continuation.</summary>
    public void Add(Excerpt excerpt, Phrase continuation)
    {
        int first = (excerpt.Begin - excerpt.Opening) / excerpt.Prompt.Meter.BarTicks;
        foreach (int lag in new FormLetters(BarReturns.All(excerpt, continuation)).Lags.Skip(first).Where(lag => lag != FormLetters.Silent))
            Add(Math.Min(lag, Classes - 1), 1);
    }

    /// <summary>Adds other counts.</summary>
    public void Add(LagCounts other)
    {
        for (int lag = 0; lag < Classes; lag++)
            Add(lag, other._counts[lag]);
    }

    /// <summary>The overlapped area of two distributions, 0 to 1.</summary>
    public double Overlap(LagCounts other) => Shares.Zip(other.Shares, Math.Min).Sum();

    private void Add(int lag, double bars)
    {
        _counts[lag] += bars;
        _sum += bars;
    }
}
