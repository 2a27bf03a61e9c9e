using ComposerPlugin.Music;

namespace ComposerPlugin.Trainer.Evaluation;

/// <summary>
/// The cardinality score of two windows of music: the largest number of points (onset, pitch) of one that a translation by one vector maps
/// onto points of the other, as a share of the larger number of points (Yin, Reuben, Stepney and Collins, "Measuring when a music
/// generation
/// algorithm copies too much", 2022; their originality is 1 minus the largest score against a corpus). Here windows are two bars long, the
/// corpus window follows from the vector, and points are moved in time by whole quarter notes.
/// </summary>
internal sealed class CardinalityScore
{
    private const int WindowBars = 2;
    private const int FewestPoints = 3;
    private const int PitchShifts = (2 * Pitch.Count) - 1;

    private readonly Tune[] _corpus;
    private readonly int[] _counts;

    /// <summary>Prepares a corpus.</summary>
    public CardinalityScore(IEnumerable<Phrase> corpus)
    {
        _corpus = [.. corpus.Where(phrase => phrase.Count > 0).Select(phrase => new Tune(phrase))];
        _counts = new int[_corpus.Select(tune => tune.Quarters + MostWindowQuarters).DefaultIfEmpty().Max() * PitchShifts];
    }

    // A bar has at most 16 quarters.
    private static int MostWindowQuarters => (WindowBars * 16) + 1;

    /// <summary>
    /// The mean, over the windows of a segment, of the largest score against the corpus; null if all windows have fewer than three points.
    /// </summary>
    /// <param name="phrase">The notes.</param>
    /// <param name="begin">The bar line at the start of the first window, in ticks.</param>
    /// <param name="end">The bar line at the end, in ticks.</param>
    public double? Score(Phrase phrase, int begin, int end)
    {
        int ticks = WindowBars * phrase.Meter.BarTicks;
        var scores = new List<double>();
        for (int from = begin; from + ticks <= end; from += ticks)
        {
            var points = phrase.Where(note => note.Onset >= from && note.Onset < from + ticks)
                .Select(note => note with { Onset = note.Onset - from }).ToArray();
            if (points.Length >= FewestPoints)
                scores.Add(_corpus.Select(tune => Largest(points, ticks, tune)).DefaultIfEmpty().Max());
        }
        return scores.Count == 0 ? null : scores.Average();
    }

    // Counts, for each vector, the pairs of points that it joins. The vector also determines the window of the tune.
    private double Largest(Note[] points, int ticks, Tune tune)
    {
        int lead = (ticks + Ticks.PerQuarter - 1) / Ticks.PerQuarter;
        var counts = _counts.AsSpan(0, (tune.Quarters + lead) * PitchShifts);
        counts.Clear();
        double largest = 0;
        foreach (var point in points)
        {
            int quarter = point.Onset / Ticks.PerQuarter;
            foreach (var (otherQuarter, pitch) in tune.Points[point.Onset % Ticks.PerQuarter])
            {
                int shift = otherQuarter - quarter + lead;
                int count = ++counts[(shift * PitchShifts) + pitch - point.Pitch.Number + Pitch.Count - 1];
                // Only a vector with more pairs than the best score needs can improve it.
                if (count > largest * points.Length)
                    {
                        int inWindow = tune.PointsIn((shift - lead) * Ticks.PerQuarter, ticks);
                        largest = Math.Max(largest, (double)count / Math.Max(points.Length, inWindow));
                    }
            }
        }
        return largest;
    }

    private sealed class Tune
    {
        private readonly int[] _onsets;

        public Tune(Phrase phrase)
        {
            _onsets = [.. phrase.Select(note => note.Onset)];
            Quarters = (_onsets[^1] / Ticks.PerQuarter) + 1;
            Points = [.. Enumerable.Range(0, Ticks.PerQuarter).Select(offset => phrase
                .Where(note => note.Onset % Ticks.PerQuarter == offset)
                .Select(note => (note.Onset / Ticks.PerQuarter, (int)note.Pitch.Number)).ToArray())];
        }

        public int Quarters { get; }

        /// <summary>For each tick of a quarter, the notes that begin there: the number of the quarter, and the pitch.</summary>
        public (int Quarter, int Pitch)[][] Points { get; }

        public int PointsIn(int begin, int ticks) => First(begin + ticks) - First(begin);

        private int First(int tick)
        {
            int low = 0, high = _onsets.Length;
            while (low < high)
            {
                int middle = (low + high) / 2;
                (low, high) = _onsets[middle] < tick ? (middle + 1, high) : (low, middle);
            }
            return low;
        }
    }
}
