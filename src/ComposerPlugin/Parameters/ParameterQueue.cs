namespace ComposerPlugin;

/// <summary>[audio] Changes of one block, sorted by frame; changes at the same frame keep their order.</summary>
internal sealed class ParameterQueue(int capacity)
{
    private ParameterChange[] _changes = new ParameterChange[capacity];
    private ParameterChange[] _sorted = new ParameterChange[capacity];
    private int _count;
    private int _taken;
    private bool _isSorted = true;

    /// <summary>[audio] The frame of the next change; <see cref="int.MaxValue"/> if there is none.</summary>
    public int NextFrame => _taken < _count ? _changes[_taken].Frame : int.MaxValue;

    /// <summary>[audio] Removes all changes.</summary>
    public void Clear() => (_count, _taken, _isSorted) = (0, 0, true);

    /// <summary>[audio] Removes and returns the next change; there must be one. Call <see cref="Sort"/> before.</summary>
    public ParameterChange Take() => _changes[_taken++];

    /// <summary>[audio] Adds a change; false if it would leave less room than is to be reserved.</summary>
    public bool TryAdd(in ParameterChange change, int reserved)
    {
        bool hasRoom = _count < capacity - reserved;
        if (hasRoom)
            Append(change);
        return hasRoom;
    }

    /// <summary>[audio] Adds a change for which there is room, or replaces the last of the same parameter.</summary>
    public void AddLast(in ParameterChange change)
    {
        if (_count < capacity)
        {
            Append(change);
            return;
        }
        // A host that sends a parameter in many queues.
        int at = _count - 1;
        while (at >= 0 && _changes[at].Index != change.Index)
            at--;
        if (at >= 0)
            _changes[at] = change;
        _isSorted = false;
    }

    /// <summary>[audio] Sorts by frame what was added: runs of doubling length are merged, so that equal frames keep their order.</summary>
    public void Sort()
    {
        for (int run = 1; !_isSorted && run < _count; run *= 2)
        {
            for (int begin = 0; begin < _count; begin += 2 * run)
                Merge(begin, Math.Min(begin + run, _count), Math.Min(begin + (2 * run), _count));
            (_changes, _sorted) = (_sorted, _changes);
        }
        _isSorted = true;
    }

    private void Append(in ParameterChange change)
    {
        _isSorted &= _count == 0 || _changes[_count - 1].Frame <= change.Frame;
        _changes[_count++] = change;
    }

    private void Merge(int first, int second, int end)
    {
        int left = first, right = second;
        for (int at = first; at < end; at++)
        {
            bool takesLeft = left < second && (right >= end || _changes[left].Frame <= _changes[right].Frame);
            _sorted[at] = takesLeft ? _changes[left++] : _changes[right++];
        }
    }
}
