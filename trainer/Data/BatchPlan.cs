using System.Runtime.InteropServices;
using ComposerPlugin.Trainer.Training;

namespace ComposerPlugin.Trainer.Data;

/// <summary>
/// The batches of an epoch: tunes of like length together, each transposed by chance, in an order drawn by chance. A plan follows from
/// seed and epoch alone, so that a resumed run meets the batches it would have met.
/// </summary>
internal static class BatchPlan
{
    public const int LowestTransposition = -5;
    public const int HighestTransposition = 6;

    // Lengths are mixed a little, so that the same tunes do not always meet.
    private const int LengthMixing = 20;

    /// <summary>With every tune drawn once.</summary>
    public static List<BatchItem[]> Of(IReadOnlyList<StepRows> tunes, TrainConfig config, int seed, int epoch) =>
        Of([.. tunes.Select(rows => new WeightedRows(rows, 1))], config, seed, epoch);

    /// <summary>With every tune drawn as often as its weight says.</summary>
    public static List<BatchItem[]> Of(IReadOnlyList<WeightedRows> tunes, TrainConfig config, int seed, int epoch)
    {
        var random = new Random(unchecked((seed * 1_000_003) + epoch));
        var drawn = tunes.SelectMany(tune => Enumerable.Repeat(tune.Rows, Times(tune.Weight, random)))
            .Select(rows => (Item: Draw(rows, config, random), Order: Math.Min(rows.Count, config.LongestSteps) + (random.NextDouble() * LengthMixing)));
        BatchItem[] items = [.. drawn.OrderBy(item => item.Order).Select(item => item.Item)];
        var batches = items.Chunk(config.BatchTunes).ToList();
        random.Shuffle(CollectionsMarshal.AsSpan(batches));
        return batches;
    }

    /// <summary>Whole tunes as they are, those of like length together.</summary>
    public static IEnumerable<BatchItem[]> Whole(IEnumerable<StepRows> tunes, int batchTunes) =>
        tunes.OrderBy(rows => rows.Count).Select(BatchItem.Whole).Chunk(batchTunes);

    // A weight of 1.25 is once in every epoch, and once more in every fourth.
    private static int Times(double weight, Random random)
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
