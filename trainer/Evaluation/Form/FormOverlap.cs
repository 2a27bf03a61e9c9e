namespace ComposerPlugin.Trainer.Evaluation;

/// <summary>
/// The overlapped area of two distributions of lags (see <see cref="LagCounts"/>), and its 95 % interval by a bootstrap over tunes.
/// </summary>
internal readonly record struct FormOverlap(double Overlap, double Low, double High)
{
    /// <summary>Compares continuations with the tunes' own.</summary>
    /// <param name="generated">The lags of the continuations of each tune.</param>
    /// <param name="human">The lags of each tune's own continuation.</param>
    public static FormOverlap Measure(IReadOnlyList<LagCounts> generated, IReadOnlyList<LagCounts> human)
    {
        var range = Bootstrap.Interval(human.Count, tunes => Sum(generated, tunes).Overlap(Sum(human, tunes)));
        return new(Sum(generated).Overlap(Sum(human)), range.From, range.To);
    }

    /// <summary>
    /// Compares two draws of the tunes with one another: what the overlap would be if the style's form were that of the tunes.
    /// </summary>
    public static FormOverlap OfTunes(IReadOnlyList<LagCounts> human)
    {
        double[] overlaps = Bootstrap.Numbers(human.Count, (some, others) => Sum(human, some).Overlap(Sum(human, others)));
        var range = CentralRange.FromValues(overlaps, CentralRange.MostTail);
        return new(overlaps.Average(), range.From, range.To);
    }

    /// <summary>The sum of all.</summary>
    public static LagCounts Sum(IEnumerable<LagCounts> tunes)
    {
        var sum = new LagCounts();
        foreach (var tune in tunes)
            sum.Add(tune);
        return sum;
    }

    private static LagCounts Sum(IReadOnlyList<LagCounts> tunes, int[] drawn) => Sum(drawn.Select(tune => tunes[tune]));
}
