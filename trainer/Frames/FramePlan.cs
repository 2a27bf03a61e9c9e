namespace ComposerPlugin.Trainer.Frames;

/// <summary>
/// The batches of an epoch: sequences in an order drawn by chance, like lengths together, each transposed by chance. A plan follows from
/// seed and epoch alone, so that a resumed run meets the batches it would have met.
/// </summary>
internal static class FramePlan
{
    // Within so many batches the sequences are sorted by length.
    private const int SortedBatches = 6;

    // How often a passage of a longer sequence begins somewhere else than at its beginning.
    private const double PassageWithin = 0.7;

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

    /// <summary>Whole sequences, those of like length together.</summary>
    public static IEnumerable<FrameSequence[]> Whole(IEnumerable<FrameSequence> sequences, int batchSequences) =>
        sequences.OrderBy(sequence => sequence.Steps).Chunk(batchSequences);

    private static FrameSegment Draw(FrameSequence sequence, FrameConfig config, Random random)
    {
        int lowest = Math.Max(-config.Transpose, -sequence.Lowest), highest = Math.Min(config.Transpose, Frame.KeyCount - 1 - sequence.Highest);
        int transposition = random.Next(Math.Min(lowest, 0), Math.Max(highest, 0) + 1);
        int count = Math.Min(sequence.Steps, config.LongestFrames);
        int start = count < sequence.Steps && random.NextDouble() < PassageWithin ? random.Next(sequence.Steps - count + 1) : 0;
        return new(sequence, start, count, transposition);
    }
}
