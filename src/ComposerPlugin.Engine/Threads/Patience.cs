using System.Diagnostics;

namespace ComposerPlugin.Engine;

/// <summary>
/// [audio] How long an offline render waits for the worker: for each sign of life at most <see cref="Limit"/>. A worker that gives none is
/// given up, and not waited for again before it has given one.
/// </summary>
public sealed class Patience
{
    // Longer than any model takes to load.
    private const int LimitSeconds = 60;

    private long _begun;
    private bool _isExhausted;
    private volatile bool _isClosing;
    private volatile bool _hasWorker = true;

    /// <summary>The longest wait.</summary>
    public TimeSpan Limit { get; set; } = TimeSpan.FromSeconds(LimitSeconds);

    /// <summary>[any] Whether a worker serves the instance; without one nothing is waited for.</summary>
    public bool HasWorker
    {
        get => _hasWorker;
        set => _hasWorker = value;
    }

    /// <summary>[any] Whether the host deactivates the instance: nothing is waited for.</summary>
    public bool IsClosing
    {
        get => _isClosing;
        set => _isClosing = value;
    }

    /// <summary>[audio] A wait begins.</summary>
    public void Begin() => _begun = Stopwatch.GetTimestamp();

    /// <summary>[audio] Lets other threads run for a moment, unless the wait is over.</summary>
    /// <returns>Whether to wait on.</returns>
    public bool Waits()
    {
        if (_isClosing || !_hasWorker || _isExhausted)
            return false;
        if (Stopwatch.GetElapsedTime(_begun) < Limit)
        {
            Thread.Yield();
            return true;
        }
        _isExhausted = true;
        return false;
    }

    /// <summary>[audio] The worker has given a sign of life.</summary>
    public void Renew() => _isExhausted = false;
}
