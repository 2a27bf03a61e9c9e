using ComposerPlugin.Music;

namespace ComposerPlugin.Trainer.Evaluation;

/// <summary>
/// Finds the nearest contour in a corpus: the smallest <see cref="ContourDistance"/> to a segment of the same length in ticks.
/// </summary>
internal sealed class NearestContour
{
    private const int BarsApart = 2;

    private readonly IReadOnlyList<Phrase> _corpus;
    private readonly Dictionary<int, List<double[]>> _segments = [];

    /// <summary>Uses the segments of these tunes that begin at every second bar line.</summary>
    public NearestContour(IReadOnlyList<Phrase> corpus) => _corpus = corpus;

    /// <summary>The distance from a contour to the nearest segment; infinite if no tune is long enough.</summary>
    /// <param name="contour">The contour.</param>
    /// <param name="ticks">The length of its segment, in ticks.</param>
    public double DistanceOf(double[] contour, int ticks)
    {
        if (!_segments.TryGetValue(ticks, out var segments))
            _segments.Add(ticks, segments = [.. _corpus.SelectMany(tune => Segments(tune, ticks))]);
        double nearest = double.PositiveInfinity;
        var (lowest, highest) = (contour.Min(), contour.Max());
        foreach (double[] segment in segments)
        {
            if (LeastCost(segment, lowest, highest) < nearest * (contour.Length + segment.Length))
                nearest = Math.Min(nearest, ContourDistance.Between(contour, segment, nearest));
        }
        return nearest;
    }

    private static IEnumerable<double[]> Segments(Phrase tune, int ticks)
    {
        int step = BarsApart * tune.Meter.BarTicks;
        for (int begin = 0; begin + ticks <= tune.End; begin += step)
        {
            double[] contour = Contour(tune, begin, begin + ticks);
            if (contour.Length > 0)
                yield return contour;
        }
    }

    private static double[] Contour(Phrase tune, int begin, int end)
    {
        var notes = tune.AsSpan();
        int first = FirstFrom(notes, begin);
        return ContourDistance.Contour(notes[first..FirstFrom(notes, end)]);
    }

    private static int FirstFrom(ReadOnlySpan<Note> notes, int tick)
    {
        int index = 0;
        while (index < notes.Length && notes[index].Onset < tick)
            index++;
        return index;
    }

    // A lower bound of the cost: each pitch outside the range of the other contour costs at least its distance to that range.
    private static double LeastCost(double[] segment, double lowest, double highest)
    {
        double cost = 0;
        foreach (double pitch in segment)
            cost += Math.Max(0, Math.Max(pitch - highest, lowest - pitch));
        return cost;
    }
}
