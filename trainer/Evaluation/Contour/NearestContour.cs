using ComposerPlugin.Music;

namespace ComposerPlugin.Trainer.Evaluation;

/// <summary>Finds how near a corpus comes to a contour: the least <see cref="ContourDistance"/> to a passage of it that lasts as many ticks.</summary>
internal sealed class NearestContour
{
    private const int BarsApart = 2;

    private readonly IReadOnlyList<Phrase> _corpus;
    private readonly Dictionary<int, List<double[]>> _segments = [];

    /// <summary>Passages of these tunes, one from every second bar line on.</summary>
    public NearestContour(IReadOnlyList<Phrase> corpus) => _corpus = corpus;

    /// <summary>The distance from a contour to the nearest passage; infinite when no tune has one so long.</summary>
    /// <param name="contour">The contour.</param>
    /// <param name="ticks">How long its passage lasts.</param>
    public double DistanceOf(double[] contour, int ticks)
    {
        if (!_segments.TryGetValue(ticks, out var passages))
            _segments.Add(ticks, passages = [.. _corpus.SelectMany(tune => Segments(tune, ticks))]);
        double nearest = double.PositiveInfinity;
        var (lowest, highest) = (contour.Min(), contour.Max());
        foreach (double[] passage in passages)
        {
            if (LeastCost(passage, lowest, highest) < nearest * (contour.Length + passage.Length))
                nearest = Math.Min(nearest, ContourDistance.Between(contour, passage, nearest));
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
        int at = 0;
        while (at < notes.Length && notes[at].Onset < tick)
            at++;
        return at;
    }

    // Each pitch beyond all of the other contour costs at least that much, whatever it is paired with.
    private static double LeastCost(double[] passage, double lowest, double highest)
    {
        double cost = 0;
        foreach (double pitch in passage)
            cost += Math.Max(0, Math.Max(pitch - highest, lowest - pitch));
        return cost;
    }
}
