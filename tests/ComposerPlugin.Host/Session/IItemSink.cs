namespace ComposerPlugin.Host;

/// <summary>[audio] Receives items for the next block.</summary>
internal interface IItemSink
{
    void Take(in TimelineItem item, int sampleOffset, double quarter);
}
