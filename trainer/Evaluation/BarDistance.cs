using ComposerPlugin.Inference;
using ComposerPlugin.Trainer.Data;
using ComposerPlugin.Trainer.Models;
using static TorchSharp.torch;

namespace ComposerPlugin.Trainer.Evaluation;

/// <summary>
/// The distance between two sets of bars: the total variation distance (0 equal, 1 disjoint) of five histograms.
/// </summary>
/// <param name="Density">Of the number of notes per bar.</param>
/// <param name="Intervals">Of the intervals between consecutive notes, in semitones.</param>
/// <param name="Lengths">Of the note lengths, in sixteenths.</param>
/// <param name="BarPositions">Of the onsets' positions in the bar, in sixteenths.</param>
/// <param name="PitchClasses">Of the pitch classes.</param>
internal readonly record struct BarDistance(
    double Density, double Intervals, double Lengths, double BarPositions, double PitchClasses)
{
    private const ulong Seed = 1;
    private const int LargestInterval = 24;

    /// <summary>The mean of the five distances.</summary>
    public double Mean => (Density + Intervals + Lengths + BarPositions + PitchClasses) / 5;

    /// <summary>Compares the bars of pairs with those that a generator produces after the same previous bars, with fixed noise.</summary>
    public static BarDistance Compare(AdversarialModel model, BarPair[] pairs)
    {
        var generated = Generate(model, pairs);
        return Compare([.. pairs.Select(pair => pair.Next)], generated);
    }

    /// <summary>Compares two sets of bars.</summary>
    public static BarDistance Compare(IReadOnlyList<BarRoll> real, IReadOnlyList<BarRoll> generated)
    {
        var (first, second) = (new Histograms(real), new Histograms(generated));
        return new(
            Distance(first.Density, second.Density), Distance(first.Intervals, second.Intervals), Distance(first.Lengths, second.Lengths),
            Distance(first.BarPositions, second.BarPositions), Distance(first.PitchClasses, second.PitchClasses));
    }

    /// <summary>Generates a bar for each pair.</summary>
    public static BarRoll[] Generate(AdversarialModel model, BarPair[] pairs)
    {
        using var noGradients = no_grad();
        using var scope = NewDisposeScope();
        using var generator = new Generator(Seed);
        var batch = new BarBatch(pairs);
        var noise = randn([pairs.Length, model.Noise], generator: generator);
        var logits = model.Average.Forward(noise, batch.Previous, batch.Chord, batch.Inside);
        float[] rolls = [.. BarGenerator.Probabilities(logits, batch.Previous, batch.Inside).contiguous().data<float>()];
        int size = BarRoll.Steps * BarRoll.Width;
        return [.. pairs.Select((pair, i) =>
        {
            var roll = new BarRoll();
            roll.Read(rolls.AsSpan(i * size, size), pair.Next.Length, pair.Previous.PitchAt(pair.Next.Length - 1));
            return roll;
        })];
    }

    public override string ToString() =>
        $"distance {Mean:F4} (notes per bar {Density:F3}, intervals {Intervals:F3}, lengths {Lengths:F3}, "
        + $"bar positions {BarPositions:F3}, pitch classes {PitchClasses:F3})";

    private static double Distance(double[] first, double[] second)
    {
        double firstSum = Math.Max(1, first.Sum()), secondSum = Math.Max(1, second.Sum());
        return first.Zip(second, (x, y) => Math.Abs((x / firstSum) - (y / secondSum))).Sum() / 2;
    }

    private sealed class Histograms
    {
        public Histograms(IReadOnlyList<BarRoll> bars)
        {
            foreach (var bar in bars)
                Add(bar);
        }

        public double[] Density { get; } = new double[BarRoll.Steps + 1];

        public double[] Intervals { get; } = new double[(2 * LargestInterval) + 1];

        public double[] Lengths { get; } = new double[BarRoll.Steps + 1];

        public double[] BarPositions { get; } = new double[BarRoll.Steps];

        public double[] PitchClasses { get; } = new double[12];

        private void Add(BarRoll bar)
        {
            int notes = 0, length = 0, last = -1;
            for (int step = 0; step < bar.Length; step++)
            {
                int pitch = bar.PitchAt(step);
                if (bar.BeginsAt(step))
                {
                    Lengths[length] += notes > 0 ? 1 : 0;
                    notes++;
                    length = 0;
                    BarPositions[step]++;
                    PitchClasses[pitch % 12]++;
                    if (last >= 0)
                        Intervals[Math.Clamp(pitch - last, -LargestInterval, LargestInterval) + LargestInterval]++;
                    last = pitch;
                }
                length += pitch >= 0 && notes > 0 ? 1 : 0;
            }
            Lengths[length] += notes > 0 ? 1 : 0;
            Density[notes]++;
        }
    }
}
