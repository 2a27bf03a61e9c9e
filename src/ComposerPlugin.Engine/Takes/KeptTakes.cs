namespace ComposerPlugin.Engine;

/// <summary>
/// [audio] The kept takes, the oldest first, so that they can be played again. It holds ids and lengths only, and follows the same rules as
/// the worker's take store.
/// </summary>
public sealed class KeptTakes
{
    /// <summary>The most kept takes; a new one replaces the oldest.</summary>
    public const int Capacity = ComposeRequest.MostKeptTakes;

    private readonly RecentTake[] _takes = new RecentTake[Capacity];
    private int _count;

    /// <summary>[audio] Changes whenever a take is added or removed.</summary>
    public int Version { get; private set; }

    /// <summary>[audio] A kept take; false if there is none.</summary>
    /// <param name="number">1 for the oldest.</param>
    /// <param name="take">The take.</param>
    public bool TryGet(int number, out RecentTake take)
    {
        bool has = number > 0 && number <= _count;
        take = has ? _takes[number - 1] : default;
        return has;
    }

    /// <summary>[audio] A kept take by its id; false if it is not kept.</summary>
    public bool TryFind(int id, out RecentTake take) => TryGet(Find(id) + 1, out take);

    /// <summary>[audio] Keeps a take, unless it is kept already.</summary>
    public void Add(in RecentTake take)
    {
        if (Find(take.Id) >= 0)
            return;
        if (_count == Capacity)
            RemoveAt(0);
        _takes[_count++] = take with { IsApplied = false };
        Version++;
    }

    /// <summary>[audio] Removes a take.</summary>
    public void Remove(int id)
    {
        if (Find(id) is var index and >= 0)
            RemoveAt(index);
    }

    /// <summary>[audio] Sets whether a take has locked notes.</summary>
    public void Lock(int id, bool hasLocks)
    {
        if (Find(id) is var index and >= 0)
            _takes[index] = _takes[index] with { HasLocks = hasLocks };
    }

    /// <summary>[audio] Replaces all by those of a loaded project.</summary>
    public void Load(in LoadedTakes loaded)
    {
        _count = 0;
        Version++;
        for (int i = 0; i < loaded.Count; i++)
            Add(loaded.Takes[i]);
    }

    private void RemoveAt(int index)
    {
        Array.Copy(_takes, index + 1, _takes, index, --_count - index);
        Version++;
    }

    private int Find(int id)
    {
        int index = _count - 1;
        while (index >= 0 && _takes[index].Id != id)
            index--;
        return index;
    }
}
