namespace ComposerPlugin;

/// <summary>[audio] Changes of one block, by frame; those of one frame in the order in which they were added.</summary>
internal sealed class ParameterQueue(int capacity)
{
    private readonly ParameterChange[] _changes = new ParameterChange[capacity];
    private int _count;
    private int _taken;

    /// <summary>[audio] The frame of the next change; none left: later than any.</summary>
    public int NextFrame => _taken < _count ? _changes[_taken].Frame : int.MaxValue;

    /// <summary>[audio] Forgets all.</summary>
    public void Clear() => _count = _taken = 0;

    /// <summary>[audio] Takes the next change, of which there is one.</summary>
    public ParameterChange Take() => _changes[_taken++];

    /// <summary>[audio] Adds a change; false when full.</summary>
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
