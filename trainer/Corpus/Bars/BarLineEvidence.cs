using ComposerPlugin.Music;

namespace ComposerPlugin.Trainer.Corpus;

/// <summary>
/// Features that score a bar line phase of a melody: how many notes begin at each metrical strength, how long they are, whether they are
/// reached by leap or belong to the tonic triad, where repeats begin and break off, which notes cross bar lines, and how the tune begins
/// and ends. Velocities are ignored. <see cref="BarLineWeights"/> weighs them.
/// </summary>
internal sealed class BarLineEvidence
{
    /// <summary>The number of features that <see cref="FeaturesAt"/> returns.</summary>
    public const int Count = (Strengths * NoteFeatures) + 2 + Edges;

    private const int Strengths = 6;
    private const int NoteFeatures = 6;
    private const int Edges = 12;

    // Evidence grows with the square root of the length, up to this many bars.
    private const int MostBars = 64;

    private const int ShortestRepeat = 4;

    private static readonly int[] _repeatBars = [2, 4, 8];

    private readonly List<Note> _notes;
    private readonly double[][] _noteFeatures;
    private readonly Meter _meter;
    private readonly int _bar;
    private readonly double _bars;

    /// <summary>Prepares the features of a melody; of simultaneous notes, only the highest counts.</summary>
    /// <param name="notes">At least one note, sorted by onset, in ticks from the start of the file.</param>
    /// <param name="meter">The meter.</param>
    public BarLineEvidence(IReadOnlyList<Note> notes, Meter meter)
    {
        (_notes, _meter, _bar) = (Lines.Highest(notes), meter, meter.BarTicks);
        _bars = Math.Max(1, (double)(_notes[^1].End - _notes[0].Onset) / _bar);
        _noteFeatures = MeasureNotes();
    }

    /// <summary>0 for simple duple meters, 1 for compound duple, 2 for triple.</summary>
    public int MeterClass => _bar / _meter.BeatTicks % 3 == 0 ? 2 : _meter.IsCompound ? 1 : 0;

    /// <summary>The candidate bar line phases in ticks: each note's onset modulo the bar, and 0.</summary>
    public IReadOnlyList<int> Phases => [.. _notes.Select(note => note.Onset % _bar).Append(0).Distinct().Order()];

    /// <summary>The features of one phase.</summary>
    /// <param name="phase">The tick of the first bar line; less than a bar.</param>
    /// <returns><see cref="Count"/> numbers, in the order of the weights.</returns>
    public double[] FeaturesAt(int phase)
    {
        double[] features = new double[Count];
        for (int i = 0; i < _notes.Count; i++)
        {
            int barPosition = Modulo(_notes[i].Onset - phase);
            int strength = Strength(barPosition);
            for (int feature = 0; feature < NoteFeatures; feature++)
                features[(strength * NoteFeatures) + feature] += _noteFeatures[i][feature];
            if (barPosition > 0 && barPosition + _notes[i].Duration > _bar)
                features[Strengths * NoteFeatures]++;
            else if (2 * barPosition < _bar && 2 * (barPosition + _notes[i].Duration) > _bar && barPosition > 0)
                features[(Strengths * NoteFeatures) + 1]++;
        }
        double scale = Math.Sqrt(Math.Min(_bars, MostBars)) / _bars;
        for (int i = 0; i < Count - Edges; i++)
            features[i] *= scale;
        AddEdges(features.AsSpan(Count - Edges), phase);
        return features;
    }

    private void AddEdges(Span<double> edges, int phase)
    {
        var (first, last) = (_notes[0], _notes[^1]);
        int pickup = Modulo(phase - first.Onset), end = Modulo(last.End - phase), beat = _meter.BeatTicks;
        edges[0] = pickup == 0 ? 1 : 0;
        edges[1] = pickup > 0 && pickup <= beat ? 1 : 0;
        edges[2] = pickup > beat && 2 * pickup <= _bar ? 1 : 0;
        edges[3] = pickup == Ticks.PerQuarter / 2 ? 1 : 0;
        // The last bar and the pickup often fill one bar together.
        edges[4] = pickup > 0 && end == _bar - pickup ? 1 : 0;
        edges[5] = pickup > 0 && end == 0 ? 1 : 0;
        edges[6] = pickup == 0 && end == 0 ? 1 : 0;
        int strength = Strength(Modulo(last.Onset - phase));
        edges[7] = strength == 0 ? 1 : 0;
        edges[8] = strength == 1 ? 1 : 0;
        edges[9] = strength == 2 ? 1 : 0;
        edges[10] = pickup > 0 && first.Duration > pickup ? 1 : 0;
        edges[11] = end == 0 ? 1 : 0;
    }

    // 0: bar line; 1: middle of the bar (in triple meters: last beat); 2: other beat; 3, 4: second and third part of a beat; 5: elsewhere.
    private int Strength(int barPosition)
    {
        int beat = _meter.BeatTicks, third = Math.Max(1, _meter.IsCompound ? beat / 3 : beat / 2);
        if (barPosition == 0)
            return 0;
        if (2 * barPosition == _bar || (MeterClass == 2 && 3 * barPosition == 2 * _bar))
            return 1;
        if (barPosition % beat == 0)
            return 2;
        int part = barPosition % beat;
        return part % third != 0 ? 5 : part == third ? 3 : 4;
    }

    private double[][] MeasureNotes()
    {
        double[] classes = new double[12];
        double mean = 0;
        foreach (var note in _notes)
        {
            classes[note.Pitch.Class] += note.Duration;
            mean += Math.Log2(note.Duration) / _notes.Count;
        }
        int key = KeyTracker.Estimate(classes), tonic = (key + 11) % 12;
        int[] triad = key == 0 ? [] : [0, key <= 12 ? 4 : 3, 7];
        double[][] features = new double[_notes.Count][];
        for (int i = 0; i < features.Length; i++)
        {
            double leap = i == 0 ? 0 : Math.Min(12, Math.Abs(_notes[i].Pitch.Number - _notes[i - 1].Pitch.Number)) / 12.0;
            bool inTriad = triad.Contains((_notes[i].Pitch.Class - tonic + 12) % 12);
            features[i] = [1, Math.Log2(_notes[i].Duration) - mean, leap, inTriad ? 1 : 0, 0, 0];
        }
        foreach (int bars in _repeatBars)
            AddRepeats(features, bars * _bar);
        return features;
    }

    // A repeat begins at the first note that also occurs the given ticks before, and breaks off at the first that does not.
    private void AddRepeats(double[][] features, int ticks)
    {
        var known = _notes.Select(note => (note.Onset + ticks, note.Duration, note.Pitch)).ToHashSet();
        int run = 0;
        for (int i = 0; i <= _notes.Count; i++)
        {
            bool repeats = i < _notes.Count && known.Contains((_notes[i].Onset, _notes[i].Duration, _notes[i].Pitch));
            if (!repeats && run >= ShortestRepeat)
            {
                features[i - run][4]++;
                if (i < _notes.Count)
                    features[i][5]++;
            }
            run = repeats ? run + 1 : 0;
        }
    }

    private int Modulo(int ticks) => ((ticks % _bar) + _bar) % _bar;
}
