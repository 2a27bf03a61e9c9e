namespace ComposerPlugin.Engine;

/// <summary>
/// [audio] Sends requests to the worker. When its queue is full, an offline render waits; otherwise the request is dropped and counted.
/// </summary>
public sealed class ComposeRequests
{
    private readonly SpscQueue<ComposeRequest>.Producer _queue;
    private readonly Counters _counters;

    /// <summary>Writes to this queue.</summary>
    public ComposeRequests(SpscQueue<ComposeRequest>.Producer queue, Counters counters) => (_queue, _counters) = (queue, counters);

    /// <summary>[audio] Whether the host renders offline.</summary>
    public bool IsOffline { get; set; }

    /// <summary>[audio] Sends a request; false when the queue is full.</summary>
    public bool Send(in ComposeRequest request)
    {
        bool sent = _queue.TryPush(request);
        while (!sent && IsOffline)
        {
            Thread.Yield();
            sent = _queue.TryPush(request);
        }
        if (!sent)
            _counters.CountDroppedRequest();
        return sent;
    }
}
