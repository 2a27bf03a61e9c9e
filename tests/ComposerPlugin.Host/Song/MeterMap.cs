namespace ComposerPlugin.Host;

/// <summary>Time signatures over a song. The first meter also holds before its change, and below zero.</summary>
public sealed class MeterMap
{
    // A position this close below a bar line counts as on it: song positions are computed from samples.
    private const double Close = 1e-9;

    private readonly MeterChange[] _changes;

    /// <summary>A map of changes in ascending order.</summary>
    public MeterMap(params IReadOnlyList<MeterChange> changes)
    {
        if (changes.Count == 0)
            throw new ArgumentException("A meter map needs at least one meter.", nameof(changes));
        _changes = [.. changes];
        for (int i = 0; i < _changes.Length; i++)
        {
            if (_changes[i].Numerator <= 0 || _changes[i].Denominator <= 0)
                throw new ArgumentException(
                    $"The meter {_changes[i].Numerator}/{_changes[i].Denominator} must be above 0.", nameof(changes));
            if (i > 0 && _changes[i].Quarter <= _changes[i - 1].Quarter)
                throw new ArgumentException($"The meter changes must ascend; {_changes[i].Quarter} does not.", nameof(changes));
        }
    }

    /// <summary>One meter for the whole song.</summary>
    public static MeterMap Constant(int numerator, int denominator) => new(new MeterChange(0, numerator, denominator));

    /// <summary>The meter at a song position.</summary>
    public MeterChange MeterAt(double quarter)
    {
        int index = _changes.Length - 1;
        while (index > 0 && _changes[index].Quarter > quarter + Close)
            index--;
        return _changes[index];
    }

    /// <summary>The song position of the next meter change after a position, or infinity.</summary>
    public double NextChange(double quarter)
    {
        foreach (var change in _changes)
        {
            if (change.Quarter > quarter)
                return change.Quarter;
        }
        return double.PositiveInfinity;
    }

    /// <summary>The last bar line at or before a song position, in quarter notes.</summary>
    public double BarLineAt(double quarter)
    {
        var meter = MeterAt(quarter);
        double bars = Math.Floor((quarter - meter.Quarter) / meter.BarQuarters + Close);
        return meter.Quarter + bars * meter.BarQuarters;
    }
}
