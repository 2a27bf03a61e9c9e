using System.Runtime.InteropServices;
using ComposerPlugin.Trainer.Configuration;

namespace ComposerPlugin.Trainer.Data;

/// <summary>
/// The batches of an epoch: tunes of similar length, each transposed at random, in random order. A plan depends only on seed and epoch,
/// so that a resumed run sees the same batches.
/// </summary>
internal static class BatchPlan
{
    /// <summary>The range of random transpositions, in semitones.</summary>
    public const int LowestTransposition = -5;

    /// <inheritdoc cref="LowestTransposition"/>
    public const int HighestTransposition = 6;

    // Random rows added to each length before sorting, so that batches differ between epochs.
    private const int LengthMixing = 20;

    /// <summary>The batches of an epoch that draws every tune once.</summary>
    public static List<BatchItem[]> Create(IReadOnlyList<StepRows> tunes, TrainConfig config, int seed, int epoch) =>
        Create([.. tunes.Select(rows => new WeightedRows(rows, 1))], config, seed, epoch);

    /// <summary>The batches of an epoch that draws every tune as often as its weight says.</summary>
    public static List<BatchItem[]> Create(IReadOnlyList<WeightedRows> tunes, TrainConfig config, int seed, int epoch)
    {
        var random = new Random(unchecked((seed * 1_000_003) + epoch));
        var drawn = tunes.SelectMany(tune => Enumerable.Repeat(tune.Rows, DrawCount(tune.Weight, random)))
            .Select(rows => Draw(rows, config, random))
            .Select(item => (Item: item, Order: Math.Min(item.Rows.Count, config.LongestSteps) + (random.NextDouble() * LengthMixing)));
        BatchItem[] items = [.. drawn.OrderBy(item => item.Order).Select(item => item.Item)];
        var batches = items.Chunk(config.BatchTunes).ToList();
        random.Shuffle(CollectionsMarshal.AsSpan(batches));
        return batches;
    }

    /// <summary>Whole tunes without augmentation, sorted by length.</summary>
    public static IEnumerable<BatchItem[]> Whole(IEnumerable<StepRows> tunes, int batchTunes) =>
        tunes.OrderBy(rows => rows.Count).Select(BatchItem.Whole).Chunk(batchTunes);

    // A weight of 1.25 draws a tune once in every epoch, and once more in every fourth on average.
    private static int DrawCount(double weight, Random random)
    {
        int whole = (int)weight;
        return whole < weight && random.NextDouble() < weight - whole ? whole + 1 : whole;
    }

    private static BatchItem Draw(StepRows rows, TrainConfig config, Random random)
    {
        int lowest = Math.Max(LowestTransposition, config.LowestPitch - rows.Lowest);
        int highest = Math.Min(HighestTransposition, config.HighestPitch - rows.Highest);
        int transposition = config.Transpose && lowest <= highest ? random.Next(lowest, highest + 1) : 0;
        int count = Math.Min(rows.Count, config.LongestSteps);
        int start = count < rows.Count && random.Next(2) == 1 ? random.Next(rows.Count - count + 1) : 0;
        bool meterKnown = random.NextDouble() >= config.MeterHidden;
        return new(rows, start, count, transposition, meterKnown, rows.Style == 0 || random.NextDouble() >= config.StyleHidden);
    }
}
