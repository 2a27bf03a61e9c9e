using ComposerPlugin.Inference;
using ComposerPlugin.Trainer.Data;
using ComposerPlugin.Trainer.Models;
using static TorchSharp.torch;

namespace ComposerPlugin.Trainer.Evaluation;

/// <summary>How unlike made bars are to real ones: the total variation distance (0 alike, 1 nothing in common) of five histograms.</summary>
/// <param name="Density">Of the number of notes of a bar.</param>
/// <param name="Intervals">Of the intervals from note to note, in semitones.</param>
/// <param name="Lengths">Of the notes' lengths, in sixteenths.</param>
/// <param name="BarPositions">Of the sixteenths at which notes begin.</param>
/// <param name="PitchClasses">Of the pitch classes of notes.</param>
internal readonly record struct BarDistance(double Density, double Intervals, double Lengths, double BarPositions, double PitchClasses)
{
    private const ulong Seed = 1;
    private const int LargestInterval = 24;

    /// <summary>The mean of the five.</summary>
    public double Mean => (Density + Intervals + Lengths + BarPositions + PitchClasses) / 5;

    /// <summary>Compares bars with those that a generator makes in their places, always from the same noise.</summary>
    public static BarDistance Compare(AdversarialModel model, BarPair[] pairs)
    {
        var made = Generate(model, pairs);
        return Compare([.. pairs.Select(pair => pair.Next)], made);
    }

    /// <summary>Compares two sets of bars.</summary>
    public static BarDistance Compare(IReadOnlyList<BarRoll> real, IReadOnlyList<BarRoll> made)
    {
        var (one, other) = (new Histograms(real), new Histograms(made));
        return new(Distance(one.Density, other.Density), Distance(one.Intervals, other.Intervals), Distance(one.Lengths, other.Lengths),
            Distance(one.Places, other.Places), Distance(one.PitchClasses, other.PitchClasses));
    }

    /// <summary>Makes a bar in each pair's place.</summary>
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

    public override string ToString() => $"distance {Mean:F4} (notes per bar {Density:F3}, intervals {Intervals:F3}, lengths {Lengths:F3}, places {BarPositions:F3}, pitch classes {PitchClasses:F3})";

    private static double Distance(double[] one, double[] other)
    {
        double ones = Math.Max(1, one.Sum()), others = Math.Max(1, other.Sum());
        return one.Zip(other, (a, b) => Math.Abs((a / ones) - (b / others))).Sum() / 2;
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

        public double[] Places { get; } = new double[BarRoll.Steps];

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
                    Places[step]++;
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
