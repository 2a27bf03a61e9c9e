namespace ComposerPlugin.Engine;

/// <summary>[audio] The last takes and which of them was played last. The composer holds their notes, as many of them.</summary>
public sealed class RecentTakes
{
    /// <summary>How many takes can be played again.</summary>
    public const int Capacity = 8;

    private readonly RecentTake[] _takes = new RecentTake[Capacity];
    private int _added;
    private int _current;

    /// <summary>[audio] The take that was played last; false before there was one.</summary>
    public bool TryGetCurrent(out RecentTake take) => TryGet(_current, out take);

    /// <summary>[audio] The take before it; false when there is none.</summary>
    public bool TryGetPrevious(out RecentTake take) => TryGet(_current - 1, out take);

    /// <summary>[audio] A new take is played.</summary>
    public void Add(in RecentTake take)
    {
        _takes[_added++ % Capacity] = take;
        _current = _added;
    }

    /// <summary>[audio] The previous take is played.</summary>
    public void StepBack() => _current--;

    // Takes are counted from 1 in the order in which they were added.
    private bool TryGet(int count, out RecentTake take)
    {
        bool has = count > 0 && count > _added - Capacity;
        take = has ? _takes[(count - 1) % Capacity] : default;
        return has;
    }
}
