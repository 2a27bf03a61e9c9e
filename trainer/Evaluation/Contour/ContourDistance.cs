using ComposerPlugin.Music;

namespace ComposerPlugin.Trainer.Evaluation;

/// <summary>
/// The distance between two melodic contours by dynamic time warping (Sakoe and Chiba 1978, symmetric form), in semitones. A contour is the
/// highest pitch at each onset minus the contour's mean. A path costs the difference of the pitches that it pairs, twice on diagonal steps;
/// the cost of the cheapest path is divided by the sum of both lengths. The distance does not depend on key or tempo.
/// </summary>
internal static class ContourDistance
{
    /// <summary>The contour of sorted notes, in semitones about its mean.</summary>
    public static double[] Contour(ReadOnlySpan<Note> notes)
    {
        var pitches = new List<double>(notes.Length);
        for (int i = 0; i < notes.Length; i++)
        {
            // Notes with equal onset are sorted by pitch.
            if (i + 1 == notes.Length || notes[i + 1].Onset != notes[i].Onset)
                pitches.Add(notes[i].Pitch.Number);
        }
        double mean = pitches.Count == 0 ? 0 : pitches.Average();
        return [.. pitches.Select(pitch => pitch - mean)];
    }

    /// <summary>The distance between two contours, neither of which is empty.</summary>
    /// <param name="left">A contour.</param>
    /// <param name="right">Another.</param>
    /// <param name="enough">The computation may stop at this distance and return infinity.</param>
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
