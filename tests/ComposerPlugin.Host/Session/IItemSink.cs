namespace ComposerPlugin.Host;

/// <summary>[audio] Takes items for the block that comes next.</summary>
internal interface IItemSink
{
    void Take(in TimelineItem item, int sampleOffset, double quarter);
}
