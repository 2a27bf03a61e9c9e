namespace ComposerPlugin.Inference;

/// <summary>The thread that polls all <see cref="TimedRuns"/> of the process. It runs while there are any.</summary>
internal static class RunWatchdog
{
    private const int StackBytes = 256 << 10;

    private static readonly object _gate = new();
    private static readonly List<TimedRuns> _all = [];
    private static Thread? _thread;

    /// <summary>The interval between two polls.</summary>
    public static TimeSpan Interval { get; } = TimeSpan.FromMilliseconds(100);

    /// <summary>[any] Polls these runs from now on.</summary>
    public static void Add(TimedRuns runs)
    {
        lock (_gate)
        {
            _all.Add(runs);
            if (_thread is not null)
                return;
            _thread = new(Run, StackBytes) { IsBackground = true, Name = "Composer watchdog" };
            _thread.Start();
        }
    }

    /// <summary>[any] Polls these runs no more, and none is being polled. The thread ends with the last.</summary>
    public static void Remove(TimedRuns runs)
    {
        lock (_gate)
        {
            _all.Remove(runs);
            if (_all.Count == 0)
                Monitor.Pulse(_gate);
        }
    }

    private static void Run()
    {
        lock (_gate)
        {
            while (_all.Count > 0)
            {
                foreach (var runs in _all)
                    runs.Poll();
                Monitor.Wait(_gate, Interval);
            }
            _thread = null;
        }
    }
}
