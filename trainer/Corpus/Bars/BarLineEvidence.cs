using ComposerPlugin.Music;

namespace ComposerPlugin.Trainer.Corpus;

/// <summary>
/// What the notes of a melody say for bar lines at one place rather than another: how many begin at strong places, how long
/// they are, whether they leap there or belong to the tonic triad, where repeats begin and break off, what is held over bar lines, and
/// how the tune begins and ends. Velocities are not asked.
/// </summary>
internal sealed class BarLineEvidence
{
    /// <summary>How many figures <see cref="At"/> gives.</summary>
    public const int Count = (Strengths * Marks) + 2 + Edges;

    private const int Strengths = 6;
    private const int Marks = 6;
    private const int Edges = 12;

    // Longer tunes know better, but not without end.
    private const int MostBars = 64;

    private const int ShortestRepeat = 4;

    private static readonly int[] _repeatBars = [2, 4, 8];

    private readonly List<Note> _notes;
    private readonly double[][] _marks;
    private readonly Meter _meter;
    private readonly int _bar;
    private readonly double _bars;

    /// <summary>Asks these notes; of chords, the highest.</summary>
    /// <param name="notes">Notes in the order of music.</param>
    /// <param name="meter">Their meter.</param>
    public BarLineEvidence(IReadOnlyList<Note> notes, Meter meter)
    {
        (_notes, _meter, _bar) = (Lines.Highest(notes), meter, meter.BarTicks);
        _bars = Math.Max(1, (double)(_notes[^1].End - _notes[0].Onset) / _bar);
        _marks = Mark();
    }

    /// <summary>0 for meters in two, 1 for compound ones in two, 2 for those in three.</summary>
    public int MeterKind => _bar / _meter.BeatTicks % 3 == 0 ? 2 : _meter.IsCompound ? 1 : 0;

    /// <summary>The places where bar lines may stand, 0 among them.</summary>
    public IReadOnlyList<int> Phases => [.. _notes.Select(note => note.Onset % _bar).Append(0).Distinct().Order()];

    /// <summary>The figures for bar lines at a place.</summary>
    /// <param name="phase">A tick less than a bar.</param>
    public double[] At(int phase)
    {
        double[] figures = new double[Count];
        for (int i = 0; i < _notes.Count; i++)
        {
            int place = Modulo(_notes[i].Onset - phase);
            int strength = Strength(place);
            for (int mark = 0; mark < Marks; mark++)
                figures[(strength * Marks) + mark] += _marks[i][mark];
            if (place > 0 && place + _notes[i].Duration > _bar)
                figures[Strengths * Marks]++;
            else if (2 * place < _bar && 2 * (place + _notes[i].Duration) > _bar && place > 0)
                figures[(Strengths * Marks) + 1]++;
        }
        double scale = Math.Sqrt(Math.Min(_bars, MostBars)) / _bars;
        for (int i = 0; i < Count - Edges; i++)
            figures[i] *= scale;
        AddEdges(figures.AsSpan(Count - Edges), phase);
        return figures;
    }

    private void AddEdges(Span<double> edges, int phase)
    {
        var (first, last) = (_notes[0], _notes[^1]);
        int pickup = Modulo(phase - first.Onset), end = Modulo(last.End - phase), beat = _meter.BeatTicks;
        edges[0] = pickup == 0 ? 1 : 0;
        edges[1] = pickup > 0 && pickup <= beat ? 1 : 0;
        edges[2] = pickup > beat && 2 * pickup <= _bar ? 1 : 0;
        edges[3] = pickup == Ticks.PerQuarter / 2 ? 1 : 0;
        // The last bar often lacks what the pickup had.
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

    // Bar line, middle of the bar (in three: last beat), other beat, second and third part of a beat, less.
    private int Strength(int place)
    {
        int beat = _meter.BeatTicks, third = Math.Max(1, _meter.IsCompound ? beat / 3 : beat / 2);
        if (place == 0)
            return 0;
        if (2 * place == _bar || (MeterKind == 2 && 3 * place == 2 * _bar))
            return 1;
        if (place % beat == 0)
            return 2;
        int part = place % beat;
        return part % third != 0 ? 5 : part == third ? 3 : 4;
    }

    private double[][] Mark()
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
        double[][] marks = new double[_notes.Count][];
        for (int i = 0; i < marks.Length; i++)
        {
            double leap = i == 0 ? 0 : Math.Min(12, Math.Abs(_notes[i].Pitch.Number - _notes[i - 1].Pitch.Number)) / 12.0;
            bool inTriad = triad.Contains((_notes[i].Pitch.Class - tonic + 12) % 12);
            marks[i] = [1, Math.Log2(_notes[i].Duration) - mean, leap, inTriad ? 1 : 0, 0, 0];
        }
        foreach (int bars in _repeatBars)
            MarkRepeats(marks, bars * _bar);
        return marks;
    }

    // A repeat begins with the first note that was so before, and breaks off with the first that was not.
    private void MarkRepeats(double[][] marks, int ticks)
    {
        var known = _notes.Select(note => (note.Onset + ticks, note.Duration, note.Pitch)).ToHashSet();
        int run = 0;
        for (int i = 0; i <= _notes.Count; i++)
        {
            bool repeats = i < _notes.Count && known.Contains((_notes[i].Onset, _notes[i].Duration, _notes[i].Pitch));
            if (!repeats && run >= ShortestRepeat)
            {
                marks[i - run][4]++;
                if (i < _notes.Count)
                    marks[i][5]++;
            }
            run = repeats ? run + 1 : 0;
        }
    }

    private int Modulo(int ticks) => ((ticks % _bar) + _bar) % _bar;
}
