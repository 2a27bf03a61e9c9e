namespace ComposerPlugin.Trainer.Evaluation;

/// <summary>The 5th and 95th percentile of values, interpolated linearly (Hyndman and Fan 1996, type 7).</summary>
internal readonly record struct CentralRange(double From, double To)
{
    private const double Tail = 0.05;

    /// <summary>Computes the range; 0 to 0 if there are no values.</summary>
    public static CentralRange FromValues(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length == 0 ? default : new(At(sorted, Tail), At(sorted, 1 - Tail));
    }

    private static double At(double[] sorted, double share)
    {
        double position = share * (sorted.Length - 1);
        int below = (int)position;
        double above = sorted[Math.Min(below + 1, sorted.Length - 1)];
        return sorted[below] + ((position - below) * (above - sorted[below]));
    }
}
