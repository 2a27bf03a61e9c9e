using ComposerPlugin.Engine;

namespace ComposerPlugin.Composing;

/// <summary>
/// The thread that serves all workers in turn, and checks whether they have work every millisecond. No exception ends it. If a step does
/// not end, another loop takes its place.
/// </summary>
internal sealed class WorkerLoop
{
    private static readonly TimeSpan _second = TimeSpan.FromSeconds(1);

    private readonly Func<ServedWorker[]> _served;
    private readonly Action _everySecond;
    private readonly Thread _thread;
    private ServedWorker? _current;
    private long _steps;
    private bool _isStopping;

    // The supervisor's: the step it saw last, and how often.
    private long _seen;
    private int _times;

    /// <summary>Starts the thread.</summary>
    /// <param name="served">The workers, at each round.</param>
    /// <param name="everySecond">Called about once in a second.</param>
    public WorkerLoop(Func<ServedWorker[]> served, Action everySecond)
    {
        (_served, _everySecond) = (served, everySecond);
        _thread = new(Run) { IsBackground = true, Name = "Composer" };
        _thread.Start();
    }

    /// <summary>[loader] The worker whose step has not ended for so many calls of this, or null.</summary>
    public ServedWorker? FindStuck(int calls)
    {
        var current = Volatile.Read(ref _current);
        long steps = Volatile.Read(ref _steps);
        _times = current is not null && steps == _seen ? _times + 1 : 0;
        _seen = steps;
        return _times >= calls ? current : null;
    }

    /// <summary>[any] Whether the thread runs.</summary>
    public bool IsAlive => _thread.IsAlive;

    /// <summary>[any] Ends the thread after its step, and does not wait for it.</summary>
    public void Stop() => Volatile.Write(ref _isStopping, true);

    /// <summary>[main] Ends the thread, and waits for it as long as the patience lasts.</summary>
    public void Join(TimeSpan patience)
    {
        Stop();
        _thread.Join(patience);
    }

    private void Run()
    {
        ThreadCheck.Enter(ThreadRole.Worker);
        using var pause = new IdlePause();
        long checkedAt = Environment.TickCount64;
        while (!Volatile.Read(ref _isStopping))
        {
            if (!WorkOnce())
                pause.Wait();
            if (Environment.TickCount64 - checkedAt < (long)_second.TotalMilliseconds)
                continue;
            checkedAt = Environment.TickCount64;
            Try(_everySecond);
        }
    }

    private bool WorkOnce()
    {
        bool worked = false;
        foreach (var served in _served())
        {
            if (served.IsLost || Volatile.Read(ref _isStopping))
                continue;
            Volatile.Write(ref _current, served);
            try
            {
                worked |= served.Work();
            }
            catch (Exception exception)
            {
                ThreadErrors.Report(exception);
            }
            Volatile.Write(ref _current, null);
            Volatile.Write(ref _steps, _steps + 1);
            // If this step was given up, it has ended after all, and the other loop serves the worker again.
            served.IsLost = false;
        }
        return worked;
    }

    private static void Try(Action action)
    {
        try
        {
            action();
        }
        catch (Exception exception)
        {
            ThreadErrors.Report(exception);
        }
    }
}
