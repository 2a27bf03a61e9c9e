using ComposerPlugin.Music;

namespace ComposerPlugin.Trainer.Evaluation;

/// <summary>
/// Draws tunes with replacement, as many as there are (Efron 1979): 95 % of the draws give the interval of a number. The draws are the
/// same each time.
/// </summary>
internal static class Bootstrap
{
    private const int Draws = 1000;

    /// <summary>The number of each draw, given two independent sets of tunes.</summary>
    public static double[] Numbers(int tunes, Func<int[], int[], double> number) =>
        [.. Enumerable.Range(0, Draws).Select(draw => number(Draw(tunes, draw, 0), Draw(tunes, draw, 1)))];

    /// <summary>The interval of a number that is computed from tunes.</summary>
    public static CentralRange Interval(int tunes, Func<int[], double> number) =>
        CentralRange.FromValues(Enumerable.Range(0, Draws).Select(draw => number(Draw(tunes, draw, 0))), CentralRange.MostTail);

    /// <summary>The interval of the mean of a value of each tune.</summary>
    public static CentralRange Interval(IReadOnlyList<double> values) =>
        Interval(values.Count, tunes => tunes.Average(tune => values[tune]));

    private static int[] Draw(int tunes, int draw, int set) =>
        [.. Enumerable.Range(0, tunes).Select(i => (int)(SeededRandom.Value(1, draw, i, set) * tunes))];
}
