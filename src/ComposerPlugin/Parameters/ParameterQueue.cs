namespace ComposerPlugin;

/// <summary>[audio] Changes of one block, sorted by frame; changes at the same frame keep their order.</summary>
internal sealed class ParameterQueue(int capacity)
{
    private readonly ParameterChange[] _changes = new ParameterChange[capacity];
    private int _count;
    private int _taken;

    /// <summary>[audio] The frame of the next change; <see cref="int.MaxValue"/> if there is none.</summary>
    public int NextFrame => _taken < _count ? _changes[_taken].Frame : int.MaxValue;

    /// <summary>[audio] Removes all changes.</summary>
    public void Clear() => _count = _taken = 0;

    /// <summary>[audio] Removes and returns the next change; there must be one.</summary>
    public ParameterChange Take() => _changes[_taken++];

    /// <summary>[audio] Adds a change; false if the queue is full.</summary>
    public bool TryAdd(in ParameterChange change)
    {
        if (_count == capacity)
            return false;
        int at = _count++;
        for (; at > 0 && _changes[at - 1].Frame > change.Frame; at--)
            _changes[at] = _changes[at - 1];
        _changes[at] = change;
        return true;
    }
}
