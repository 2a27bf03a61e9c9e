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
        int next = FirstAfter(time);
        return next == 0 ? _initial : _changes[next - 1].Value;
    }

    public void Set(long time, TValue value)
    {
        int index = FirstAfter(time);
        if (index > 0 && _changes[index - 1].Time == time)
            _changes.RemoveAt(--index);
        if (!At(time).Equals(value))
            _changes.Insert(index, new ValueChange<TValue>(time, value));
    }

    public void Clear(long start, long end) => _changes.RemoveAll(change => change.Time >= start && change.Time <= end);

    public void ReplaceWith(ValueLine<TValue> other)
    {
        _changes.Clear();
        _changes.AddRange(other._changes);
    }

    public bool Same(ValueLine<TValue> other) => _changes.SequenceEqual(other._changes);

    private int FirstAfter(long time)
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
}
