namespace ComposerPlugin.Host;

/// <summary>Tempo over a song, in steps. Quarter 0 is second 0; the first tempo also holds before its change, and below zero.</summary>
public sealed class TempoMap
{
    private readonly TempoChange[] _changes;
    private readonly double[] _seconds;

    /// <summary>A map of changes in ascending order; the first also holds before its position.</summary>
    public TempoMap(params IReadOnlyList<TempoChange> changes)
    {
        if (changes.Count == 0)
            throw new ArgumentException("A tempo map needs at least one tempo.", nameof(changes));
        _changes = [.. changes];
        for (int i = 0; i < _changes.Length; i++)
        {
            if (!(_changes[i].QuartersPerMinute > 0))
                throw new ArgumentException($"The tempo {_changes[i].QuartersPerMinute} must be above 0.", nameof(changes));
            if (i > 0 && _changes[i].Quarter <= _changes[i - 1].Quarter)
                throw new ArgumentException($"The tempo changes must ascend; {_changes[i].Quarter} does not.", nameof(changes));
        }
        _seconds = new double[_changes.Length];
        for (int i = 1; i < _changes.Length; i++)
            _seconds[i] = _seconds[i - 1] + Seconds(i - 1, _changes[i].Quarter);
        // Second 0 is at quarter 0, even if the first change is later.
        double atZero = SecondsAt(0);
        for (int i = 0; i < _changes.Length; i++)
            _seconds[i] -= atZero;
    }

    /// <summary>One tempo for the whole song.</summary>
    public static TempoMap Constant(double quartersPerMinute) => new(new TempoChange(0, quartersPerMinute));

    /// <summary>The tempo at a song position, in quarter notes per minute.</summary>
    public double TempoAt(double quarter) => _changes[IndexAtQuarter(quarter)].QuartersPerMinute;

    /// <summary>Seconds from quarter 0 to a song position.</summary>
    public double SecondsAt(double quarter)
    {
        int index = IndexAtQuarter(quarter);
        return _seconds[index] + Seconds(index, quarter);
    }

    /// <summary>The song position, in quarter notes, at a time in seconds after quarter 0.</summary>
    public double QuarterAt(double seconds)
    {
        int index = _changes.Length - 1;
        while (index > 0 && _seconds[index] > seconds)
            index--;
        return _changes[index].Quarter + (seconds - _seconds[index]) * _changes[index].QuartersPerMinute / 60;
    }

    /// <summary>The song position of the next tempo change after a position, or infinity.</summary>
    public double NextChange(double quarter)
    {
        foreach (var change in _changes)
            if (change.Quarter > quarter)
                return change.Quarter;
        return double.PositiveInfinity;
    }

    private double Seconds(int index, double quarter) => (quarter - _changes[index].Quarter) * 60 / _changes[index].QuartersPerMinute;

    private int IndexAtQuarter(double quarter)
    {
        int index = _changes.Length - 1;
        while (index > 0 && _changes[index].Quarter > quarter)
            index--;
        return index;
    }
}
