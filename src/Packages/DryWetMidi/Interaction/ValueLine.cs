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

    public TValue At(long time)
    {
        int next = IndexAfter(time);
        return next == 0 ? _initial : _changes[next - 1].Value;
    }

    public void Set(long time, TValue value)
    {
        int index = IndexAfter(time);
        if (index > 0 && _changes[index - 1].Time == time)
            _changes.RemoveAt(--index);
        if (!At(time).Equals(value))
            _changes.Insert(index, new ValueChange<TValue>(time, value));
        DropRepeated(IndexAfter(time));
    }

    /// <summary>Takes out the changes from the start on and before the end.</summary>
    public void Clear(long start, long end)
    {
        _changes.RemoveAll(change => change.Time >= start && change.Time < end);
        DropRepeated(_changes.FindIndex(change => change.Time >= end));
    }

    public void ReplaceWith(ValueLine<TValue> other)
    {
        _changes.Clear();
        _changes.AddRange(other._changes);
    }

    public bool Same(ValueLine<TValue> other) => _changes.SequenceEqual(other._changes);

    /// <summary>Where the first change after the time is among the changes, or would be.</summary>
    public int IndexAfter(long time)
    {
        int low = 0, high = _changes.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_changes[middle].Time <= time)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    /// <summary>A change to the value that holds before it has become none.</summary>
    private void DropRepeated(int index)
    {
        if (index >= 0 && index < _changes.Count && _changes[index].Value.Equals(index > 0 ? _changes[index - 1].Value : _initial))
            _changes.RemoveAt(index);
    }
}
