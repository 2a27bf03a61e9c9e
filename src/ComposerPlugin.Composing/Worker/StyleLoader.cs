using System.Collections.Concurrent;
using System.Diagnostics;

namespace ComposerPlugin.Composing;

/// <summary>The thread that does what takes long, so that the worker never waits for it: it loads styles, closes them, and looks every two seconds for changed files.</summary>
internal sealed class StyleLoader : IDisposable
{
    private static readonly TimeSpan _interval = TimeSpan.FromSeconds(2);

    private readonly BlockingCollection<Action> _jobs = [];
    private readonly Action _look;
    private readonly Thread _thread;

    /// <summary>Starts the thread.</summary>
    /// <param name="look">What it does every two seconds.</param>
    public StyleLoader(Action look)
    {
        _look = look;
        _thread = new(Run) { IsBackground = true, Name = "Composer styles" };
        _thread.Start();
    }

    /// <summary>[any] Has a job done, after those posted before.</summary>
    public void Post(Action job) => _jobs.Add(job);

    /// <summary>[main] Does what was posted and ends the thread.</summary>
    public void Dispose()
    {
        _jobs.CompleteAdding();
        _thread.Join();
        _jobs.Dispose();
    }

    private void Run()
    {
        long looked = Stopwatch.GetTimestamp();
        while (!_jobs.IsCompleted)
        {
            var left = _interval - Stopwatch.GetElapsedTime(looked);
            if (left > TimeSpan.Zero && _jobs.TryTake(out var job, left))
                job();
            if (Stopwatch.GetElapsedTime(looked) < _interval)
                continue;
            _look();
            looked = Stopwatch.GetTimestamp();
        }
    }
}
