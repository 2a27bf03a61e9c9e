using ComposerPlugin.Engine;

namespace ComposerPlugin.Composing;

/// <summary>
/// The worker thread of this process, which serves all instances in turn, and the <see cref="StyleLoader"/> thread. Both run while there
/// is an instance. Audio threads neither wake the worker nor wait for it: it checks for requests every millisecond. Each of the two threads
/// sees whether the other goes on, and has another take its place if not. The main thread waits for neither longer than a moment.
/// </summary>
public static class WorkerThread
{
    private static readonly TimeSpan _patience = TimeSpan.FromMilliseconds(200);

    // Taken by the main thread, and by the loader for a moment. No audio thread takes it.
    private static readonly Lock _lifetime = new();
    private static ServedWorker[] _served = [];
    private static WorkerLoop? _loop;
    private static StyleLoader? _loader;

    /// <summary>[main] Called every two seconds by the loader thread; null for nothing.</summary>
    public static Action? EveryTwoSeconds { get; set; }

    /// <summary>[any] The last error of the two threads that is no instance's, as a clause; null if there was none.</summary>
    public static string? Error => ThreadErrors.Last;

    /// <summary>[any] Whether the thread runs.</summary>
    internal static bool IsRunning
    {
        get
        {
            lock (_lifetime)
                return _loop is not null;
        }
    }

    /// <summary>[any] After how many of the loader's checks a step of the worker counts as one that does not end.</summary>
    internal static int MostChecksPerStep { get; set; } = 5;

    /// <summary>[main] Serves an instance from now on.</summary>
    public static void Add(ComposerWorker worker)
    {
        ThreadCheck.Main();
        FloatingPointMode.Prepare();
        lock (_lifetime)
        {
            worker.RunSlowly = (_loader ??= new(Check)).Post;
            Volatile.Write(ref _served, [.. _served, new(worker)]);
            if (_loop is not { IsAlive: true })
                _loop = NewLoop();
        }
    }

    /// <summary>[main] Stops serving an instance and disposes of its worker.</summary>
    public static void Remove(ComposerWorker worker)
    {
        ThreadCheck.Main();
        lock (_lifetime)
        {
            if (Array.Find(_served, one => one.Worker == worker) is not { } served)
                return;
            Volatile.Write(ref _served, [.. _served.Where(one => one != served)]);
            served.Remove(_patience);
            if (_served.Length == 0)
                Join();
        }
    }

    /// <summary>[main] Ends the threads, before the library is unloaded, and disposes of the workers that are left.</summary>
    public static void StopAll()
    {
        ThreadCheck.Main();
        lock (_lifetime)
        {
            var left = _served;
            Volatile.Write(ref _served, []);
            // Of many, one at most is in a step; the others are free at once.
            foreach (var served in left)
                served.Remove(_patience);
            Join();
        }
    }

    /// <summary>[main] Waits for a moment until everything is done that an instance's audio thread has requested by now.</summary>
    /// <returns>Whether it is; false at once if the instance is not served.</returns>
    public static bool Settle(ComposerWorker worker)
    {
        ThreadCheck.Main();
        return Array.Exists(Volatile.Read(ref _served), served => served.Worker == worker) && worker.Settle();
    }

    /// <summary>[any] Ends the worker's thread as if it had died (tests only).</summary>
    internal static void EndLoop()
    {
        lock (_lifetime)
            _loop?.Join(_patience);
    }

    private static WorkerLoop NewLoop() =>
        new(static () => Volatile.Read(ref _served), static () => Volatile.Read(ref _loader)?.Supervise());

    private static void Join()
    {
        _loop?.Join(_patience);
        _loop = null;
        _loader?.Dispose();
        _loader = null;
    }

    // [loader]
    private static void Check()
    {
        ReplaceStuckLoop();
        foreach (var served in Volatile.Read(ref _served))
            served.Worker.Watch();
        EveryTwoSeconds?.Invoke();
    }

    private static void ReplaceStuckLoop()
    {
        // The main thread has the lock only while it adds or removes an instance; the next check is soon.
        if (!_lifetime.TryEnter())
            return;
        try
        {
            if (_loop is not { } loop)
                return;
            var stuck = loop.FindStuck(MostChecksPerStep);
            if (stuck is null && loop.IsAlive)
                return;
            if (stuck is not null)
                stuck.IsLost = true;
            loop.Stop();
            _loop = NewLoop();
            stuck?.Worker.GiveUp();
        }
        finally
        {
            _lifetime.Exit();
        }
    }
}
