namespace ComposerPlugin.Trainer.Evaluation;

/// <summary>Where nine tenths of the values lie: from the 5th to the 95th percentile, linear between values (Hyndman and Fan 1996, type 7).</summary>
internal readonly record struct CentralRange(double From, double To)
{
    private const double Tail = 0.05;

    public static CentralRange FromValues(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length == 0 ? default : new(At(sorted, Tail), At(sorted, 1 - Tail));
    }

    private static double At(double[] sorted, double share)
    {
        double place = share * (sorted.Length - 1);
        int below = (int)place;
        double above = sorted[Math.Min(below + 1, sorted.Length - 1)];
        return sorted[below] + ((place - below) * (above - sorted[below]));
    }
}
