namespace ComposerPlugin.Composing;

/// <summary>
/// A worker that <see cref="WorkerThread"/> serves. Its gate is held while it works, so that whoever has it may dispose of it.
/// </summary>
/// <param name="worker">The worker.</param>
internal sealed class ServedWorker(ComposerWorker worker)
{
    private readonly Lock _gate = new();
    private bool _isRemoved;
    private bool _isLost;
    private bool _isReleased;

    /// <summary>The worker.</summary>
    public ComposerWorker Worker => worker;

    /// <summary>[worker or loader] Whether a step does not end, so that the thread in it serves this worker alone.</summary>
    public bool IsLost
    {
        get => Volatile.Read(ref _isLost);
        set => Volatile.Write(ref _isLost, value);
    }

    /// <summary>[worker] Does one step; false if there was nothing to do.</summary>
    public bool Work()
    {
        bool worked;
        lock (_gate)
            worked = !Volatile.Read(ref _isRemoved) && worker.Work();
        if (Volatile.Read(ref _isRemoved))
            Release();
        return worked;
    }

    /// <summary>
    /// [main] Does no further step, and disposes of the worker: now, or when its step has ended if that takes longer than the patience.
    /// </summary>
    public void Remove(TimeSpan patience)
    {
        Volatile.Write(ref _isRemoved, true);
        if (!_gate.TryEnter(IsLost ? TimeSpan.Zero : patience))
            return;
        _gate.Exit();
        Release();
    }

    private void Release()
    {
        lock (_gate)
        {
            if (_isReleased)
                return;
            _isReleased = true;
            worker.Release();
        }
    }
}
