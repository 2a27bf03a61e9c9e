namespace ComposerPlugin.Engine;

/// <summary>
/// [audio] The last takes, and which take is current: one of them, or a kept one that is played again. It holds ids and lengths only: the
/// worker's take store is the owner of takes and holds as many.
/// </summary>
public sealed class RecentTakes
{
    /// <summary>How many takes can be repeated.</summary>
    public const int Capacity = ComposeRequest.MostTakes;

    private readonly RecentTake[] _takes = new RecentTake[Capacity];
    private int _added;
    private int _current;

    // A current take that is not among the last ones; id 0: none.
    private RecentTake _kept;

    /// <summary>[audio] Changes whenever a take is added or hidden.</summary>
    public int Version { get; private set; }

    /// <summary>[audio] The take that was played last; false if there is none.</summary>
    public bool TryGetCurrent(out RecentTake take)
    {
        bool isKept = _kept.Id != 0;
        bool has = TryGet(_current, out take) || isKept;
        if (isKept)
            take = _kept;
        return has;
    }

    /// <summary>[audio] The take before it; false if there is none.</summary>
    public bool TryGetPrevious(out RecentTake take)
    {
        int count = _kept.Id != 0 ? _current : _current - 1;
        while (TryGet(count, out take) && take.IsHidden)
            count--;
        return take.Id != 0;
    }

    /// <summary>[audio] The take after it; false if there is none.</summary>
    public bool TryGetNext(out RecentTake take)
    {
        int count = _current + 1;
        while (TryGet(count, out take) && take.IsHidden)
            count++;
        return take.Id != 0;
    }

    /// <summary>[audio] One of the last takes; false if there is none.</summary>
    /// <param name="number">1 for the newest; deleted takes do not count.</param>
    /// <param name="take">The take.</param>
    public bool TryGetNewest(int number, out RecentTake take)
    {
        for (int count = _added; TryGet(count, out take); count--)
        {
            if (!take.IsHidden && --number == 0)
                return true;
        }
        return false;
    }

    /// <summary>[audio] Adds a new take, which becomes the current one.</summary>
    /// <param name="take">The take.</param>
    /// <param name="replaces">Whether it replaces the current one.</param>
    public void Add(in RecentTake take, bool replaces = false)
    {
        int count = replaces && _kept.Id == 0 && TryGet(_current, out _) ? _current : ++_added;
        _takes[(count - 1) % Capacity] = take;
        (_current, _kept) = (count, default);
        Version++;
    }

    /// <summary>[audio] Makes one of the last takes the current one; false if it is not among them.</summary>
    public bool TrySelect(int id)
    {
        int count = Find(id);
        if (count > 0)
            (_current, _kept) = (count, default);
        return count > 0;
    }

    /// <summary>[audio] Makes a kept take the current one.</summary>
    public void SelectKept(in RecentTake take) => _kept = take;

    /// <summary>[audio] No take is current until the next is added; the previous one is then the newest.</summary>
    public void Leave() => (_current, _kept) = (_added + 1, default);

    /// <summary>[audio] Sets whether a take has locked notes.</summary>
    public void Lock(int id, bool hasLocks)
    {
        int count = Find(id);
        if (count > 0)
            _takes[(count - 1) % Capacity] = _takes[(count - 1) % Capacity] with { HasLocks = hasLocks };
        if (_kept.Id == id)
            _kept = _kept with { HasLocks = hasLocks };
    }

    /// <summary>[audio] Hides a take.</summary>
    public void Hide(int id)
    {
        int count = Find(id);
        if (count > 0)
            _takes[(count - 1) % Capacity] = _takes[(count - 1) % Capacity] with { IsHidden = true };
        Version++;
    }

    // Takes are counted from 1 in the order in which they were added.
    private bool TryGet(int count, out RecentTake take)
    {
        bool has = count > 0 && count <= _added && count > _added - Capacity;
        take = has ? _takes[(count - 1) % Capacity] : default;
        return has;
    }

    private int Find(int id)
    {
        int count = _added;
        while (TryGet(count, out var take) && take.Id != id)
            count--;
        return TryGet(count, out _) ? count : 0;
    }
}
