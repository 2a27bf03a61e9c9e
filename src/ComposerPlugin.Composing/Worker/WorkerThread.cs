using ComposerPlugin.Engine;

namespace ComposerPlugin.Composing;

/// <summary>
/// The worker thread of this process, which serves all instances in turn, and the <see cref="StyleLoader"/> thread. Both run while there
/// is an instance. Audio threads neither wake the worker nor wait for it: it checks for requests every millisecond.
/// </summary>
public static class WorkerThread
{
    // The worker holds _gate while it works, so that whoever takes it knows that no instance is served. No audio thread takes either lock.
    private static readonly Lock _gate = new();
    private static readonly Lock _lifetime = new();
    private static readonly List<ComposerWorker> _workers = [];
    private static Thread? _thread;
    private static StyleLoader? _loader;
    private static bool _isStopping;

    /// <summary>[main] Called every two seconds by the loader thread; null for nothing.</summary>
    public static Action? EveryTwoSeconds { get; set; }

    /// <summary>[any] Whether the thread runs.</summary>
    internal static bool IsRunning
    {
        get
        {
            lock (_lifetime)
                return _thread is not null;
        }
    }

    /// <summary>[main] Serves an instance from now on.</summary>
    public static void Add(ComposerWorker worker)
    {
        ThreadCheck.Main();
        FloatingPointMode.Prepare();
        lock (_lifetime)
        {
            worker.RunSlowly = (_loader ??= new(CheckStyles)).Post;
            lock (_gate)
                _workers.Add(worker);
            if (_thread is not null)
                return;
            Volatile.Write(ref _isStopping, false);
            _thread = new(Run) { IsBackground = true, Name = "Composer" };
            _thread.Start();
        }
    }

    /// <summary>[main] Stops serving an instance and disposes of its worker.</summary>
    public static void Remove(ComposerWorker worker)
    {
        ThreadCheck.Main();
        lock (_lifetime)
        {
            bool isLast;
            lock (_gate)
            {
                if (!_workers.Remove(worker))
                    return;
                isLast = _workers.Count == 0;
            }
            // Outside _gate: the thread serves the others meanwhile.
            worker.Dispose();
            if (isLast)
                Join();
        }
    }

    /// <summary>[main] Ends the threads, before the library is unloaded, and disposes of the workers that are left.</summary>
    public static void StopAll()
    {
        ThreadCheck.Main();
        lock (_lifetime)
        {
            Join();
            foreach (var worker in _workers)
                worker.Dispose();
            _workers.Clear();
        }
    }

    /// <summary>[main] Waits for a moment until everything is done that an instance's audio thread has requested by now.</summary>
    /// <returns>Whether it is; false at once if the instance is not served.</returns>
    public static bool Settle(ComposerWorker worker)
    {
        ThreadCheck.Main();
        lock (_gate)
        {
            if (!_workers.Contains(worker))
                return false;
        }
        return worker.Settle();
    }

    private static void Join()
    {
        Volatile.Write(ref _isStopping, true);
        _thread?.Join();
        _thread = null;
        _loader?.Dispose();
        _loader = null;
    }

    private static void CheckStyles()
    {
        EveryTwoSeconds?.Invoke();
        ComposerWorker[] workers;
        lock (_gate)
            workers = [.. _workers];
        foreach (var worker in workers)
            worker.Watch();
    }

    private static void Run()
    {
        ThreadCheck.Enter(ThreadRole.Worker);
        using var mode = FloatingPointMode.Standard();
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
            foreach (var worker in _workers)
                worked |= worker.Work();
        }
        return worked;
    }
}
