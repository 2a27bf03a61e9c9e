namespace ComposerPlugin.FrameLikelihood;

/// <summary>
/// The batches of an epoch: sequences in random order, grouped by length, each transposed at random. The plan depends only on seed and
/// epoch, so a resumed run draws the same batches as one that was not interrupted.
/// </summary>
internal static class FramePlan
{
    // Sequences are sorted by length within this many batches.
    private const int SortedBatches = 6;

    // The probability that a segment of a longer sequence starts at a random frame, not at its beginning.
    private const double RandomStart = 0.7;

    public static FrameSegment[][] Of(FrameSequence[] sequences, FrameConfig config, int seed, int epoch)
    {
        var random = new Random(unchecked((seed * 1_000_003) + epoch));
        var order = sequences.ToArray();
        random.Shuffle(order);
        FrameSegment[][] batches =
        [
            .. order.Chunk(config.BatchSequences * SortedBatches)
                .SelectMany(group => group.OrderBy(sequence => sequence.Steps).Chunk(config.BatchSequences))
                .Select(batch => batch.Select(sequence => Draw(sequence, config, random)).ToArray()),
        ];
        random.Shuffle(batches);
        return batches;
    }

    /// <summary>Batches of whole sequences, sorted by length.</summary>
    public static IEnumerable<FrameSequence[]> Whole(IEnumerable<FrameSequence> sequences, int batchSequences) =>
        sequences.OrderBy(sequence => sequence.Steps).Chunk(batchSequences);

    private static FrameSegment Draw(FrameSequence sequence, FrameConfig config, Random random)
    {
        int lowest = Math.Max(-config.Transpose, -sequence.Lowest);
        int highest = Math.Min(config.Transpose, Frame.KeyCount - 1 - sequence.Highest);
        int transposition = random.Next(Math.Min(lowest, 0), Math.Max(highest, 0) + 1);
        int count = Math.Min(sequence.Steps, config.LongestFrames);
        int start = count < sequence.Steps && random.NextDouble() < RandomStart ? random.Next(sequence.Steps - count + 1) : 0;
        return new(sequence, start, count, transposition);
    }
}
