using System.Diagnostics;

namespace ComposerPlugin.Composing;

/// <summary>The worker's progress, so that another thread can wait for it.</summary>
internal sealed class WorkProgress
{
    /// <summary>How long a worker may make no step before the wait for it is given up.</summary>
    public const int MostIdleMilliseconds = 500;

    private const int MostMilliseconds = 5000;

    private long _requests;
    private long _steps;

    /// <summary>[any] How many requests are done.</summary>
    public long Requests => Volatile.Read(ref _requests);

    /// <summary>[worker] Another request is done.</summary>
    public void AddRequest() => Volatile.Write(ref _requests, _requests + 1);

    /// <summary>[worker] A step is done: a request, or a note of an answer.</summary>
    public void AddStep() => Volatile.Write(ref _steps, _steps + 1);

    /// <summary>
    /// [main] Waits until so many requests are done, at most five seconds, and at most half a second without a step unless the worker
    /// itself waits.
    /// </summary>
    /// <param name="requests">The number of requests.</param>
    /// <param name="isWaiting">Whether the worker waits for a style that is loading.</param>
    /// <returns>Whether they are done.</returns>
    public bool Await(long requests, Func<bool> isWaiting)
    {
        long begun = Stopwatch.GetTimestamp();
        long steps;
        do
            steps = Volatile.Read(ref _steps);
        while (!SpinWait.SpinUntil(() => Requests >= requests, MostIdleMilliseconds)
            && (Volatile.Read(ref _steps) != steps || isWaiting()) && Stopwatch.GetElapsedTime(begun).TotalMilliseconds < MostMilliseconds);
        return Requests >= requests;
    }
}
