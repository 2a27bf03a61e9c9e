using ComposerPlugin.Engine;

namespace ComposerPlugin.Composing;

/// <summary>The last takes, each under its answer's number, and the kept ones. The oldest makes way. All memory is made in the constructor.</summary>
internal sealed class TakeStore
{
    private readonly TakeSlot[] _recent = [.. Enumerable.Range(0, RecentTakes.Capacity).Select(_ => new TakeSlot())];
    private readonly TakeSlot[] _kept = [.. Enumerable.Range(0, SessionSnapshot.MostKept).Select(_ => new TakeSlot())];
    private int _stored;
    private int _first;
    private int _count;

    /// <summary>The kept takes, the oldest first. Makes garbage.</summary>
    public IReadOnlyList<KeptTake> Kept => [.. Enumerable.Range(0, _count).Select(i => _kept[(_first + i) % _kept.Length].ToTake())];

    /// <summary>The place for the next take.</summary>
    public TakeSlot Next() => _recent[_stored++ % _recent.Length];

    /// <summary>The take of this number; null when it is not among the last.</summary>
    public TakeSlot? Find(int number)
    {
        foreach (var take in _recent)
        {
            if (take.Number == number && number != 0)
                return take;
        }
        return null;
    }

    /// <summary>Keeps one of the last takes; one that is kept already stays as it is.</summary>
    public void Keep(int number)
    {
        if (Find(number) is not { } take)
            return;
        for (int i = 0; i < _count; i++)
        {
            if (_kept[(_first + i) % _kept.Length].Number == number)
                return;
        }
        PlaceToKeep().CopyFrom(take);
    }

    /// <summary>Keeps these and no others.</summary>
    public void Restore(IReadOnlyList<KeptTake> takes)
    {
        (_first, _count) = (0, 0);
        foreach (var take in takes)
            PlaceToKeep().Store(take);
    }

    private TakeSlot PlaceToKeep()
    {
        if (_count < _kept.Length)
            return _kept[(_first + _count++) % _kept.Length];
        var oldest = _kept[_first];
        _first = (_first + 1) % _kept.Length;
        return oldest;
    }
}
