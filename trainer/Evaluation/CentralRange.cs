namespace ComposerPlugin.Trainer.Evaluation;

/// <summary>Two percentiles of values with equal tails outside, interpolated linearly (Hyndman and Fan 1996, type 7).</summary>
internal readonly record struct CentralRange(double From, double To)
{
    /// <summary>The tail of a range from the 5th to the 95th percentile.</summary>
    public const double NineTenthsTail = 0.05;

    /// <summary>The tail of a range that holds 95 % of the values.</summary>
    public const double MostTail = 0.025;

    /// <summary>Computes the range; 0 to 0 if there are no values.</summary>
    /// <param name="values">The values.</param>
    /// <param name="tail">The share of the values below the range, and of those above it.</param>
    public static CentralRange FromValues(IEnumerable<double> values, double tail = NineTenthsTail)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length == 0 ? default : new(At(sorted, tail), At(sorted, 1 - tail));
    }

    /// <summary>The median; 0 if there are no values.</summary>
    public static double Median(IEnumerable<double> values) => FromValues(values, 0.5).From;

    private static double At(double[] sorted, double share)
    {
        double position = share * (sorted.Length - 1);
        int below = (int)position;
        double above = sorted[Math.Min(below + 1, sorted.Length - 1)];
        return sorted[below] + ((position - below) * (above - sorted[below]));
    }
}
