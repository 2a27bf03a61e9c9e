using System.Collections.Concurrent;
using System.Diagnostics;
using ComposerPlugin.Engine;
using ComposerPlugin.Inference;

namespace ComposerPlugin.Composing;

/// <summary>
/// The thread for slow jobs, so that the worker never waits for them: it loads and disposes of styles, and checks every two seconds for
/// changed files. No exception ends it. If a job does not end, another thread takes its place.
/// </summary>
internal sealed class StyleLoader : IDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromMilliseconds(200);

    private readonly BlockingCollection<Action> _jobs = [];
    private readonly LoadCancellation _loads = new();
    private readonly Action _check;
    private Thread _thread;
    private int _threads;

    // Odd while a job runs.
    private long _steps;

    // The supervisor's: the job it saw last, and since when.
    private long _seen;
    private long _seenAt;

    /// <summary>Starts the thread.</summary>
    /// <param name="check">Called every two seconds.</param>
    public StyleLoader(Action check)
    {
        _check = check;
        _thread = Start();
    }

    /// <summary>[any] The time between two checks.</summary>
    public static TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>[any] Adds a job; jobs run in order, after <see cref="Dispose"/> at once.</summary>
    public void Post(Action job)
    {
        try
        {
            _jobs.Add(job);
        }
        catch (InvalidOperationException)
        {
            Try(job);
        }
    }

    /// <summary>
    /// [worker] Has another thread continue if a job takes longer than <see cref="StyleCache.LoadLimit"/>, or if the thread died.
    /// </summary>
    public void Supervise()
    {
        long steps = Volatile.Read(ref _steps);
        if (_thread.IsAlive && ((steps & 1) == 0 || steps != _seen))
            (_seen, _seenAt) = (steps, Stopwatch.GetTimestamp());
        else if (!_jobs.IsAddingCompleted && (!_thread.IsAlive || Stopwatch.GetElapsedTime(_seenAt) > StyleCache.LoadLimit))
            _thread = Start();
    }

    /// <summary>[main] Cancels loads, lets the other jobs finish and the thread end, and waits for that a moment only.</summary>
    public void Dispose()
    {
        _jobs.CompleteAdding();
        _loads.Cancel();
        if (_thread.Join(_patience) && _threads == 1)
            _jobs.Dispose();
    }

    private Thread Start()
    {
        int number = ++_threads;
        Volatile.Write(ref _steps, (_steps | 1) + 1);
        var thread = new Thread(() => Run(number)) { IsBackground = true, Name = "Composer styles" };
        thread.Start();
        return thread;
    }

    private void Run(int number)
    {
        ThreadCheck.Enter(ThreadRole.Loader);
        _loads.Enter();
        using var mode = FloatingPointMode.Standard();
        long checkedAt = Stopwatch.GetTimestamp();
        while (number == Volatile.Read(ref _threads) && !_jobs.IsCompleted)
        {
            var left = Interval - Stopwatch.GetElapsedTime(checkedAt);
            if (left > TimeSpan.Zero && _jobs.TryTake(out var job, left))
                Do(job, number);
            if (Stopwatch.GetElapsedTime(checkedAt) < Interval)
                continue;
            Do(_check, number);
            checkedAt = Stopwatch.GetTimestamp();
        }
    }

    // A thread that was given up counts no longer.
    private void Do(Action job, int number)
    {
        Volatile.Write(ref _steps, _steps + 1);
        Try(job);
        if (number == Volatile.Read(ref _threads))
            Volatile.Write(ref _steps, _steps + 1);
    }

    private static void Try(Action job)
    {
        try
        {
            job();
        }
        catch (Exception exception)
        {
            ThreadErrors.Report(exception);
        }
    }
}
