namespace ComposerPlugin.Engine;

/// <summary>[audio] The last takes and the kept ones, and what the musician does with them.</summary>
public sealed class TakeHistory
{
    private (int Recent, int Kept) _read;

    /// <summary>[audio] The last takes.</summary>
    public RecentTakes Recent { get; } = new();

    /// <summary>[audio] The kept takes.</summary>
    public KeptTakes Kept { get; } = new();

    /// <summary>[audio] The take that a value of the control plays again; false if there is none.</summary>
    /// <param name="value">From 1: the last takes, the newest first; then the kept ones, the oldest first.</param>
    /// <param name="take">The take.</param>
    public bool TryRecall(int value, out RecentTake take) => value <= RecentTakes.Capacity
        ? Recent.TryGetNewest(value, out take)
        : Kept.TryGet(value - RecentTakes.Capacity, out take);

    /// <summary>[audio] Makes a take the current one.</summary>
    public void Select(int id)
    {
        if (!Recent.TrySelect(id) && Kept.TryFind(id, out var kept))
            Recent.SelectKept(kept);
    }

    /// <summary>[audio] Keeps the current take; false if there is none.</summary>
    public bool TryKeep(out RecentTake take)
    {
        bool has = Recent.TryGetCurrent(out take);
        if (has)
            Kept.Add(take);
        return has;
    }

    /// <summary>[audio] Does what the musician did in the window.</summary>
    public void Edit(in TakeEdit edit)
    {
        switch (edit.Kind)
        {
            case TakeEditKind.Lock:
                Recent.Lock(edit.Lock.Take, edit.HasLocks);
                Kept.Lock(edit.Lock.Take, edit.HasLocks);
                break;
            case TakeEditKind.Keep:
                Kept.Add(edit.Take);
                break;
            case TakeEditKind.Unkeep:
                Kept.Remove(edit.Take.Id);
                break;
            case TakeEditKind.Hide:
                Recent.Hide(edit.Take.Id);
                break;
            case TakeEditKind.UsePhrase:
                Recent.Leave();
                break;
        }
    }

    /// <summary>[audio] Reads which takes can be played again, if that has changed.</summary>
    /// <returns>Whether it has.</returns>
    public bool TryRead(ref RecallTargets targets)
    {
        var version = (Recent.Version, Kept.Version);
        if (version == _read)
            return false;
        _read = version;
        for (int i = 0; i < RecallTargets.Count; i++)
        {
            TryRecall(i + 1, out var take);
            targets[i] = take.Id;
        }
        return true;
    }
}
