namespace ComposerPlugin.Engine;

/// <summary>
/// [audio] Sends requests to the worker. When its queue is full, an offline render waits for a while; otherwise the request is dropped and
/// counted.
/// </summary>
public sealed class ComposeRequests
{
    private readonly SpscQueue<ComposeRequest>.Producer _queue;
    private readonly Counters _counters;
    private readonly Patience _patience;

    /// <summary>Writes to this queue.</summary>
    public ComposeRequests(SpscQueue<ComposeRequest>.Producer queue, Counters counters, Patience patience) =>
        (_queue, _counters, _patience) = (queue, counters, patience);

    /// <summary>[audio] Whether the host renders offline.</summary>
    public bool IsOffline { get; set; }

    /// <summary>[audio] Sends a request; false when the queue is full.</summary>
    public bool Send(in ComposeRequest request)
    {
        bool sent = _queue.TryPush(request);
        if (!sent)
            _patience.Begin();
        while (!sent && IsOffline && _patience.Waits())
            sent = _queue.TryPush(request);
        if (!sent)
            _counters.CountDroppedRequest();
        return sent;
    }
}
