namespace ComposerPlugin.Engine;

/// <summary>[audio] Tells the composer. Where its queue is full, an offline render waits; else what was to be told is counted as dropped.</summary>
public sealed class ComposeRequests
{
    private readonly SpscQueue<ComposeRequest>.Producer _queue;
    private readonly Counters _counters;

    /// <summary>Writes to a queue.</summary>
    public ComposeRequests(SpscQueue<ComposeRequest>.Producer queue, Counters counters) => (_queue, _counters) = (queue, counters);

    /// <summary>[audio] Whether the host renders offline.</summary>
    public bool IsOffline { get; set; }

    /// <summary>[audio] Sends a request; false when there was no room.</summary>
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
