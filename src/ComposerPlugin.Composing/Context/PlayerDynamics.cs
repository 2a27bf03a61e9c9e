using ComposerPlugin.Music;

namespace ComposerPlugin.Composing;

/// <summary>Measures how loud the player plays between two answers. Allocates only in the constructor.</summary>
/// <param name="initial">The mean velocity before the first note.</param>
internal sealed class PlayerDynamics(double initial)
{
    // With fewer notes a line that fits them is arbitrary.
    private const int FewestNotesOfChange = 6;

    private readonly long[] _levelSums = new long[MetricLevel.Count];
    private readonly double[] _levelTimes = new double[MetricLevel.Count];
    private readonly int[] _levelCounts = new int[MetricLevel.Count];
    private PlayedDynamics? _last;
    private long _sum;
    private long _squares;
    private int _count;
    private long _firstOnset;
    private long _lastOnset;

    // Times in ticks from the first onset.
    private double _times;
    private double _timeSquares;
    private double _timesVelocity;

    /// <summary>Adds a played note.</summary>
    public void Hear(in TimedNote note)
    {
        if (_count == 0)
            _firstOnset = _lastOnset = note.Onset;
        _lastOnset = Math.Max(_lastOnset, note.Onset);
        double time = note.Onset - _firstOnset;
        int velocity = note.Velocity, level = MetricLevel.Of(note.Bars, note.Onset);
        (_sum, _squares, _count) = (_sum + velocity, _squares + (velocity * velocity), _count + 1);
        (_times, _timeSquares, _timesVelocity) = (_times + time, _timeSquares + (time * time), _timesVelocity + (time * velocity));
        _levelSums[level] += velocity;
        _levelTimes[level] += time;
        _levelCounts[level]++;
    }

    /// <summary>The dynamics since the last call; without a note, those before.</summary>
    public PlayedDynamics Take()
    {
        if (_count > 0)
            _last = Measure();
        Forget();
        return _last ?? new(initial);
    }

    /// <summary>Resets.</summary>
    public void Clear()
    {
        _last = null;
        Forget();
    }

    private PlayedDynamics Measure()
    {
        double mean = (double)_sum / _count, meanTime = _times / _count, explained = 0;
        // Without the accents, or one at the start of a bar would be a fall.
        double covariance = (_timesVelocity / _count) - (meanTime * mean);
        for (int level = 0; level < MetricLevel.Count; level++)
        {
            double deviation = AccentOf(level, mean).Deviation;
            explained += _levelCounts[level] * deviation * deviation / _count;
            covariance -= deviation * _levelTimes[level] / _count;
        }
        double timeVariance = (_timeSquares / _count) - (meanTime * meanTime);
        double slope = _count >= FewestNotesOfChange && timeVariance > 0 ? covariance / timeVariance : 0;
        double variance = ((double)_squares / _count) - (mean * mean) - explained - (slope * slope * timeVariance);
        return new(mean)
        {
            Change = slope * (_lastOnset - _firstOnset),
            Spread = Math.Sqrt(Math.Max(variance, 0)),
            Ticks = _lastOnset - _firstOnset,
            BarLine = AccentOf(0, mean),
            Beat = AccentOf(1, mean),
            OffBeat = AccentOf(2, mean),
        };
    }

    private PlayedDynamics.Accent AccentOf(int level, double mean) =>
        _levelCounts[level] == 0 ? default : new(((double)_levelSums[level] / _levelCounts[level]) - mean, _levelCounts[level]);

    private void Forget()
    {
        (_sum, _squares, _count, _times, _timeSquares, _timesVelocity) = (0, 0, 0, 0, 0, 0);
        Array.Clear(_levelSums);
        Array.Clear(_levelTimes);
        Array.Clear(_levelCounts);
    }
}
