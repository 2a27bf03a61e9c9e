using ComposerPlugin.Music;

namespace ComposerPlugin.Trainer.Evaluation;

/// <summary>
/// The cardinality score of two windows of music: of all ways to move the points (onset, pitch) of one by a vector, the one that lays
/// most of them onto points of the other, in shares of the fuller window (Yin, Reuben, Stepney and Collins, "Measuring when a music
/// generation algorithm copies too much", 2022; 1 minus the largest score against a corpus is their originality). Here windows are two bars long,
/// a corpus's windows begin wherever a window's points come to lie on theirs, and points are moved in time by whole quarter notes.
/// </summary>
internal sealed class CardinalityScore
{
    private const int WindowBars = 2;
    private const int FewestPoints = 3;
    private const int PitchShifts = (2 * Pitch.Count) - 1;

    private readonly Tune[] _corpus;
    private readonly int[] _counts;

    public CardinalityScore(IEnumerable<Phrase> corpus)
    {
        _corpus = [.. corpus.Where(phrase => phrase.Count > 0).Select(phrase => new Tune(phrase))];
        _counts = new int[_corpus.Select(tune => tune.Quarters + MostWindowQuarters).DefaultIfEmpty().Max() * PitchShifts];
    }

    // A bar lasts at most 16 quarters (two of 4/2).
    private static int MostWindowQuarters => (WindowBars * 16) + 1;

    /// <summary>The mean, over a passage's windows, of the largest score against the corpus; null when all windows are nearly empty.</summary>
    /// <param name="phrase">The passage.</param>
    /// <param name="begin">The bar line at which its first window begins.</param>
    /// <param name="end">The bar line at which it ends.</param>
    public double? Score(Phrase phrase, int begin, int end)
    {
        int ticks = WindowBars * phrase.Meter.BarTicks;
        var scores = new List<double>();
        for (int from = begin; from + ticks <= end; from += ticks)
        {
            var points = phrase.Where(note => note.Onset >= from && note.Onset < from + ticks).Select(note => note with { Onset = note.Onset - from }).ToArray();
            if (points.Length >= FewestPoints)
                scores.Add(_corpus.Select(tune => Largest(points, ticks, tune)).DefaultIfEmpty().Max());
        }
        return scores.Count == 0 ? null : scores.Average();
    }

    // Counts, for each vector, the pairs of points that it joins; each vector also says which window of the tune is meant.
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
                // Only a vector that joins more pairs than the best score asks for can matter.
                if (count > largest * points.Length)
                    largest = Math.Max(largest, (double)count / Math.Max(points.Length, tune.PointsIn((shift - lead) * Ticks.PerQuarter, ticks)));
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
            Points = [.. Enumerable.Range(0, Ticks.PerQuarter).Select(place => phrase.Where(note => note.Onset % Ticks.PerQuarter == place)
                .Select(note => (note.Onset / Ticks.PerQuarter, (int)note.Pitch.Number)).ToArray())];
        }

        public int Quarters { get; }

        /// <summary>For each place in the quarter the notes that begin there: in which quarter, and their pitch.</summary>
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
