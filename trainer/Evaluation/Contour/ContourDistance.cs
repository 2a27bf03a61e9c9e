using ComposerPlugin.Music;

namespace ComposerPlugin.Trainer.Evaluation;

/// <summary>
/// How far two melodic contours are apart by dynamic time warping (Sakoe and Chiba 1978, the symmetric form): a contour is the
/// highest pitch at each onset less the contour's mean, a path costs the difference of the pitches that it pairs, a diagonal step twice, and
/// the cheapest path's cost is divided by the sum of both lengths. So it is in semitones, and knows neither key nor tempo.
/// </summary>
internal static class ContourDistance
{
    /// <summary>The contour of a passage, in semitones about its mean.</summary>
    public static double[] Contour(ReadOnlySpan<Note> notes)
    {
        var pitches = new List<double>(notes.Length);
        for (int i = 0; i < notes.Length; i++)
        {
            // Notes with one onset stand by rising pitch.
            if (i + 1 == notes.Length || notes[i + 1].Onset != notes[i].Onset)
                pitches.Add(notes[i].Pitch.Number);
        }
        double mean = pitches.Count == 0 ? 0 : pitches.Average();
        return [.. pitches.Select(pitch => pitch - mean)];
    }

    /// <summary>The distance of two contours that are not empty.</summary>
    /// <param name="left">A contour.</param>
    /// <param name="right">Another.</param>
    /// <param name="enough">From here on it does not matter how far; the result is then infinite.</param>
    public static double Between(ReadOnlySpan<double> left, ReadOnlySpan<double> right, double enough = double.PositiveInfinity)
    {
        double most = enough * (left.Length + right.Length);
        Span<double> row = right.Length <= 1024 ? stackalloc double[right.Length] : new double[right.Length];
        for (int i = 0; i < left.Length; i++)
        {
            double cheapest = double.PositiveInfinity;
            double diagonal = i == 0 ? 0 : double.PositiveInfinity, before = double.PositiveInfinity;
            for (int j = 0; j < right.Length; j++)
            {
                double above = i == 0 ? double.PositiveInfinity : row[j];
                double cost = Math.Abs(left[i] - right[j]);
                double here = Math.Min(diagonal + (2 * cost), Math.Min(above, before) + cost);
                (diagonal, before, row[j]) = (above, here, here);
                cheapest = Math.Min(cheapest, here);
            }
            if (cheapest >= most)
                return double.PositiveInfinity;
        }
        return row[^1] / (left.Length + right.Length);
    }
}
