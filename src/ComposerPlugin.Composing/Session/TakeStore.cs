using ComposerPlugin.Engine;

namespace ComposerPlugin.Composing;

/// <summary>
/// [worker] The owner of all takes: the last ones, by id, and the kept ones. The oldest is replaced. The audio thread knows ids and lengths
/// only (<see cref="RecentTakes"/>). All memory is allocated in the constructor.
/// </summary>
internal sealed class TakeStore
{
    private readonly TakeSlot[] _recent = [.. Enumerable.Range(0, ComposeRequest.MostTakes).Select(_ => new TakeSlot())];
    private readonly TakeSlot[] _kept = [.. Enumerable.Range(0, SessionSnapshot.MostKept).Select(_ => new TakeSlot())];
    private int _stored;
    private int _first;
    private int _count;

    /// <summary>The kept takes, the oldest first. Allocates.</summary>
    public IReadOnlyList<KeptTake> Kept => [.. Enumerable.Range(0, _count).Select(i => _kept[(_first + i) % _kept.Length].ToTake())];

    /// <summary>The slot for the next take.</summary>
    public TakeSlot Next() => _recent[_stored++ % _recent.Length];

    /// <summary>The take of this id; null if it is not among the last.</summary>
    public TakeSlot? Find(int id)
    {
        foreach (var take in _recent)
        {
            if (take.Id == id && id != 0)
                return take;
        }
        return null;
    }

    /// <summary>Keeps one of the last takes, unless it is kept already.</summary>
    public void Keep(int id)
    {
        if (Find(id) is not { } take)
            return;
        for (int i = 0; i < _count; i++)
        {
            if (_kept[(_first + i) % _kept.Length].Id == id)
                return;
        }
        NextKept().CopyFrom(take);
    }

    /// <summary>Replaces the kept takes.</summary>
    public void Restore(IReadOnlyList<KeptTake> takes)
    {
        (_first, _count) = (0, 0);
        foreach (var take in takes)
            NextKept().Store(take);
    }

    private TakeSlot NextKept()
    {
        if (_count < _kept.Length)
            return _kept[(_first + _count++) % _kept.Length];
        var oldest = _kept[_first];
        _first = (_first + 1) % _kept.Length;
        return oldest;
    }
}
