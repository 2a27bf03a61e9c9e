namespace ComposerPlugin.Engine;

/// <summary>
/// [audio] Which of the last takes is current. It holds ids and lengths only: the worker's take store is the owner of takes and holds as
/// many.
/// </summary>
public sealed class RecentTakes
{
    /// <summary>How many takes can be repeated.</summary>
    public const int Capacity = ComposeRequest.MostTakes;

    private readonly RecentTake[] _takes = new RecentTake[Capacity];
    private int _added;
    private int _current;

    /// <summary>[audio] The take that was played last; false if there is none.</summary>
    public bool TryGetCurrent(out RecentTake take) => TryGet(_current, out take);

    /// <summary>[audio] The take before it; false if there is none.</summary>
    public bool TryGetPrevious(out RecentTake take) => TryGet(_current - 1, out take);

    /// <summary>[audio] Adds a new take, which becomes the current one.</summary>
    public void Add(in RecentTake take)
    {
        _takes[_added++ % Capacity] = take;
        _current = _added;
    }

    /// <summary>[audio] Makes the previous take the current one.</summary>
    public void StepBack() => _current--;

    // Takes are counted from 1 in the order in which they were added.
    private bool TryGet(int count, out RecentTake take)
    {
        bool has = count > 0 && count > _added - Capacity;
        take = has ? _takes[(count - 1) % Capacity] : default;
        return has;
    }
}
