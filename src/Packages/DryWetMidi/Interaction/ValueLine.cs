namespace Melanchall.DryWetMidi.Interaction;

/// <summary>A value over time as its changes, in order; setting the value that holds anyway is no change.</summary>
internal sealed class ValueLine<TValue>
    where TValue : class
{
    private readonly List<ValueChange<TValue>> _changes = [];
    private readonly TValue _initial;

    public ValueLine(TValue initial)
    {
        _initial = initial;
    }

    public IReadOnlyList<ValueChange<TValue>> Changes => _changes;

    /// <summary>Sets the value from a time on that is not before the last change. Of several values at one time the last holds.</summary>
    public void Set(long time, TValue value)
    {
        if (_changes.Count > 0 && _changes[^1].Time == time)
            _changes.RemoveAt(_changes.Count - 1);
        TValue current = _changes.Count > 0 ? _changes[^1].Value : _initial;
        if (!current.Equals(value))
            _changes.Add(new ValueChange<TValue>(time, value));
    }
}
