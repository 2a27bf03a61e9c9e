using ComposerPlugin.Engine;

namespace ComposerPlugin.Composing;

/// <summary>
/// [worker] The owner of all takes: the last ones, by id, and the kept ones. The oldest is replaced. The audio thread knows ids and lengths
/// only. All memory is allocated in the constructor.
/// </summary>
internal sealed class TakeStore
{
    private readonly TakeSlot[] _recent = Slots(ComposeRequest.MostTakes);

    // The oldest first; the free slots after them.
    private readonly TakeSlot[] _kept = Slots(SessionSnapshot.MostKept);
    private int _stored;
    private int _keptCount;
    private int _lastNumber;

    /// <summary>The kept takes, the oldest first. Allocates.</summary>
    public IReadOnlyList<KeptTake> Kept => [.. _kept.Take(_keptCount).Select(slot => slot.ToTake())];

    /// <summary>All takes, for the window. Allocates.</summary>
    public TakeList ToList(int version) => new(
        version,
        [.. Enumerable.Range(1, _recent.Length).Select(before => _recent[(_stored + _recent.Length - before) % _recent.Length])
            .Where(slot => slot.Id != 0 && !slot.IsHidden).Select(slot => slot.ToSnapshot(FindKept(slot.Id) is not null))],
        [.. _kept.Take(_keptCount).Select(slot => slot.ToSnapshot(isKept: true))]);

    /// <summary>The slot for the next take, with its number.</summary>
    /// <param name="replaced">The id of the take that it replaces; 0 if there is none.</param>
    public TakeSlot Next(int replaced)
    {
        if (FindRecent(replaced) is { } slot)
            return slot;
        slot = _recent[_stored++ % _recent.Length];
        slot.Number = ++_lastNumber;
        return slot;
    }

    /// <summary>The take of this id; null if it is neither among the last nor kept.</summary>
    public TakeSlot? Find(int id) => FindRecent(id) ?? FindKept(id);

    /// <summary>Keeps one of the last takes, unless it is kept already.</summary>
    public void Keep(int id)
    {
        if (FindRecent(id) is { } take && FindKept(id) is null)
            NextKept().CopyFrom(take);
    }

    /// <summary>Keeps a take that the window shows, unless it is kept already.</summary>
    public void Keep(TakeSnapshot take)
    {
        Keep(take.Id);
        if (FindKept(take.Id) is null)
            NextKept().Store(take);
    }

    /// <summary>Removes a take from the kept ones.</summary>
    public void Unkeep(int id)
    {
        if (FindKept(id) is { } slot)
            MoveLast(Array.IndexOf(_kept, slot), --_keptCount);
    }

    /// <summary>Hides a take, and removes it from the kept ones.</summary>
    public void Delete(int id)
    {
        Unkeep(id);
        if (FindRecent(id) is { } take)
            take.IsHidden = true;
    }

    /// <summary>Names a take.</summary>
    public void Rename(int id, string? name)
    {
        if (FindRecent(id) is { } recent)
            recent.Name = name;
        if (FindKept(id) is { } kept)
            kept.Name = name;
    }

    /// <summary>Locks or unlocks notes.</summary>
    public void Lock(in LockChange change)
    {
        FindRecent(change.Take)?.Locks.Set(change.First, change.End, change.IsLocked);
        FindKept(change.Take)?.Locks.Set(change.First, change.End, change.IsLocked);
    }

    /// <summary>Replaces the kept takes.</summary>
    /// <param name="takes">The takes.</param>
    /// <param name="firstId">The id of the first; the others count down from it.</param>
    public void Restore(IReadOnlyList<KeptTake> takes, int firstId)
    {
        _keptCount = 0;
        foreach (var take in takes)
        {
            NextKept().Store(take, firstId--);
            _lastNumber = Math.Max(_lastNumber, take.Number);
        }
        for (int i = 0; i < _keptCount; i++)
        {
            if (_kept[i].Number == 0)
                _kept[i].Number = ++_lastNumber;
        }
    }

    private static TakeSlot[] Slots(int count) => [.. Enumerable.Range(0, count).Select(_ => new TakeSlot())];

    private TakeSlot? FindRecent(int id) => Find(_recent, _recent.Length, id);

    private TakeSlot? FindKept(int id) => Find(_kept, _keptCount, id);

    private static TakeSlot? Find(TakeSlot[] slots, int count, int id)
    {
        for (int i = 0; i < count; i++)
        {
            if (slots[i].Id == id && id != 0)
                return slots[i];
        }
        return null;
    }

    private TakeSlot NextKept()
    {
        if (_keptCount < _kept.Length)
            return _kept[_keptCount++];
        MoveLast(0, _kept.Length - 1);
        return _kept[^1];
    }

    private void MoveLast(int index, int last)
    {
        var slot = _kept[index];
        Array.Copy(_kept, index + 1, _kept, index, last - index);
        _kept[last] = slot;
    }
}
