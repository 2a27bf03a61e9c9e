using ComposerPlugin.Engine;

namespace ComposerPlugin.Composing;

/// <summary>The last takes, each under its answer's number, and the kept ones. The oldest makes way. All memory is made in the constructor.</summary>
internal sealed class TakeShelf
{
    private readonly StoredTake[] _recent = [.. Enumerable.Range(0, TakeLog.Capacity).Select(_ => new StoredTake())];
    private readonly StoredTake[] _kept = [.. Enumerable.Range(0, ComposerSession.MostKept).Select(_ => new StoredTake())];
    private int _stored;
    private int _first;
    private int _count;

    /// <summary>The kept takes, the oldest first. Makes garbage.</summary>
    public IReadOnlyList<Take> Kept => [.. Enumerable.Range(0, _count).Select(i => _kept[(_first + i) % _kept.Length].ToTake())];

    /// <summary>The place for the next take.</summary>
    public StoredTake Next() => _recent[_stored++ % _recent.Length];

    /// <summary>The take of this number; null when it is not among the last.</summary>
    public StoredTake? Find(int number)
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
    public void Restore(IReadOnlyList<Take> takes)
    {
        (_first, _count) = (0, 0);
        foreach (var take in takes)
            PlaceToKeep().Store(take);
    }

    private StoredTake PlaceToKeep()
    {
        if (_count < _kept.Length)
            return _kept[(_first + _count++) % _kept.Length];
        var oldest = _kept[_first];
        _first = (_first + 1) % _kept.Length;
        return oldest;
    }
}
