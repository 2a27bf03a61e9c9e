namespace ComposerPlugin.Composing;

/// <summary>
/// The one worker thread of this process, which serves the composers of all instances in turn, and beside it one that loads their styles. Both run
/// while there is a composer. Audio threads neither wake the worker nor wait for it: it looks for requests every millisecond.
/// </summary>
public static class WorkerThread
{
    // The worker holds _gate while composers work, so that whoever takes it knows that none does. No audio thread takes either lock.
    private static readonly Lock _gate = new();
    private static readonly Lock _lifetime = new();
    private static readonly List<ComposerWorker> _composers = [];
    private static Thread? _worker;
    private static StyleLoader? _loader;
    private static bool _isStopping;

    /// <summary>[main] What is to be done every two seconds, by the thread that loads styles; null for nothing.</summary>
    public static Action? Look { get; set; }

    /// <summary>[main] Serves a composer from now on.</summary>
    public static void Add(ComposerWorker composer)
    {
        lock (_lifetime)
        {
            composer.Loading = (_loader ??= new(LookAfterStyles)).Post;
            lock (_gate)
                _composers.Add(composer);
            if (_worker is not null)
                return;
            Volatile.Write(ref _isStopping, false);
            _worker = new(Run) { IsBackground = true, Name = "Composer" };
            _worker.Start();
        }
    }

    /// <summary>[main] Serves a composer no longer, and disposes of it; afterwards the worker does not touch it.</summary>
    public static void Remove(ComposerWorker composer)
    {
        lock (_lifetime)
        {
            bool isLast;
            lock (_gate)
            {
                if (!_composers.Remove(composer))
                    return;
                isLast = _composers.Count == 0;
            }
            // The worker is not kept from the others meanwhile.
            composer.Dispose();
            if (isLast)
                Join();
        }
    }

    /// <summary>[main] Ends the thread, before the library may be unloaded, and disposes of composers that are left.</summary>
    public static void StopAll()
    {
        lock (_lifetime)
        {
            Join();
            foreach (var composer in _composers)
                composer.Dispose();
            _composers.Clear();
        }
    }

    /// <summary>
    /// [main] Waits for a moment until a composer has done all that its audio thread has asked for by now. Hosts ask for states on their main thread alone, so no
    /// audio thread comes here.
    /// </summary>
    /// <returns>Whether it has; false at once where nobody serves it.</returns>
    public static bool Settle(ComposerWorker composer)
    {
        lock (_gate)
        {
            if (!_composers.Contains(composer))
                return false;
        }
        return composer.Settle();
    }

    internal static bool IsRunning
    {
        get
        {
            lock (_lifetime)
                return _worker is not null;
        }
    }

    private static void Join()
    {
        Volatile.Write(ref _isStopping, true);
        _worker?.Join();
        _worker = null;
        _loader?.Dispose();
        _loader = null;
    }

    private static void LookAfterStyles()
    {
        Look?.Invoke();
        ComposerWorker[] composers;
        lock (_gate)
            composers = [.. _composers];
        foreach (var composer in composers)
            composer.Watch();
    }

    private static void Run()
    {
        using var pause = new IdlePause();
        while (!Volatile.Read(ref _isStopping))
        {
            if (!WorkOnce())
                pause.Wait();
        }
    }

    private static bool WorkOnce()
    {
        bool worked = false;
        lock (_gate)
        {
            foreach (var composer in _composers)
                worked |= composer.Work();
        }
        return worked;
    }
}
