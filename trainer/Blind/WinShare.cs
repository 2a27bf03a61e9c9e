namespace ComposerPlugin.Trainer.Blind;

/// <summary>How often the style has won.</summary>
/// <param name="Wins">The pairs that it has won.</param>
/// <param name="Pairs">The pairs that were judged.</param>
internal sealed record WinShare(int Wins, int Pairs)
{
    // Of a 95 % interval.
    private const double Deviations = 1.96;

    /// <summary>The share of the pairs.</summary>
    public double Share => (double)Wins / Pairs;

    /// <summary>
    /// The 95 % interval of the share (Wilson, Probable Inference, the Law of Succession, and Statistical Inference, 1927).
    /// </summary>
    public (double Low, double High) Interval
    {
        get
        {
            double square = Deviations * Deviations, all = Pairs + square;
            double middle = (Wins + (square / 2)) / all;
            double half = Deviations / all * Math.Sqrt((Wins * (1 - Share)) + (square / 4));
            return (middle - half, middle + half);
        }
    }

    /// <summary>Counts the verdicts with an opponent.</summary>
    public static WinShare Of(IEnumerable<Verdict> verdicts, string opponent)
    {
        var judged = verdicts.Where(verdict => verdict.Key.Opponent == opponent).ToList();
        return new(judged.Count(verdict => verdict.Chosen == BlindKey.Style), judged.Count);
    }
}
