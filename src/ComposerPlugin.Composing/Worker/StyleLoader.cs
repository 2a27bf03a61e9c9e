using System.Collections.Concurrent;
using System.Diagnostics;
using ComposerPlugin.Engine;

namespace ComposerPlugin.Composing;

/// <summary>
/// The thread for slow jobs, so that the worker never waits for them: it loads and disposes of styles, and checks every two seconds for
/// changed files.
/// </summary>
internal sealed class StyleLoader : IDisposable
{
    private static readonly TimeSpan _interval = TimeSpan.FromSeconds(2);

    private readonly BlockingCollection<Action> _jobs = [];
    private readonly Action _check;
    private readonly Thread _thread;

    /// <summary>Starts the thread.</summary>
    /// <param name="check">Called every two seconds.</param>
    public StyleLoader(Action check)
    {
        _check = check;
        _thread = new(Run) { IsBackground = true, Name = "Composer styles" };
        _thread.Start();
    }

    /// <summary>[any] Adds a job; jobs run in order.</summary>
    public void Post(Action job) => _jobs.Add(job);

    /// <summary>[main] Finishes the jobs and ends the thread.</summary>
    public void Dispose()
    {
        _jobs.CompleteAdding();
        _thread.Join();
        _jobs.Dispose();
    }

    private void Run()
    {
        ThreadCheck.Enter(ThreadRole.Loader);
        using var mode = FloatingPointMode.Standard();
        long checkedAt = Stopwatch.GetTimestamp();
        while (!_jobs.IsCompleted)
        {
            var left = _interval - Stopwatch.GetElapsedTime(checkedAt);
            if (left > TimeSpan.Zero && _jobs.TryTake(out var job, left))
                job();
            if (Stopwatch.GetElapsedTime(checkedAt) < _interval)
                continue;
            _check();
            checkedAt = Stopwatch.GetTimestamp();
        }
    }
}
