using ComposerPlugin.Models;
using ComposerPlugin.Music;
using static TorchSharp.torch;

namespace ComposerPlugin.Trainer.Training;

/// <summary>Bars side by side; lives as long as the dispose scope it was made in. Letters: b bars, t 24 steps, p 256 numbers of a step.</summary>
internal sealed class BarBatch
{
    public BarBatch(IReadOnlyList<(BarPair Pair, int Transposition)> bars)
    {
        int size = BarRoll.Steps * BarRoll.Width;
        float[] previous = new float[bars.Count * size], next = new float[bars.Count * size];
        float[] chord = new float[bars.Count * BarRoll.Chords], inside = new float[bars.Count * BarRoll.Steps];
        for (int i = 0; i < bars.Count; i++)
        {
            var (pair, by) = bars[i];
            Write(pair.Previous, by, previous.AsSpan(i * size, size));
            Write(pair.Next, by, next.AsSpan(i * size, size));
            chord[(i * BarRoll.Chords) + Transposed(pair.Chord, by)] = 1;
            inside.AsSpan(i * BarRoll.Steps, pair.Next.Length).Fill(1);
        }
        Previous = tensor(previous, [bars.Count, BarRoll.Steps, BarRoll.Width]);
        Next = tensor(next, [bars.Count, BarRoll.Steps, BarRoll.Width]);
        Chord = tensor(chord, [bars.Count, BarRoll.Chords]);
        Inside = tensor(inside, [bars.Count, BarRoll.Steps]);
    }

    /// <summary>(b, t, p)</summary>
    public Tensor Previous { get; }

    /// <summary>(b, t, p)</summary>
    public Tensor Next { get; }

    /// <summary>(b, chords)</summary>
    public Tensor Chord { get; }

    /// <summary>(b, t)</summary>
    public Tensor Inside { get; }

    /// <summary>Bars drawn by chance, each transposed by chance within the range of the configuration.</summary>
    public static BarBatch Draw(BarPair[] pairs, TrainConfig config, Random random)
    {
        var drawn = new (BarPair, int)[config.BatchTunes];
        foreach (ref var bar in drawn.AsSpan())
        {
            var pair = pairs[random.Next(pairs.Length)];
            var (down, up) = pair.Room(config.LowestPitch, config.HighestPitch);
            bar = (pair, config.Transpose ? random.Next(Math.Max(down, BatchPlan.LowestTransposition), Math.Min(up, BatchPlan.HighestTransposition) + 1) : 0);
        }
        return new(drawn);
    }

    private static void Write(BarRoll roll, int by, Span<float> values)
    {
        for (int step = 0; step < roll.Length; step++)
        {
            int pitch = roll.PitchAt(step) + by;
            if (roll.PitchAt(step) < 0 || pitch is < 0 or >= Pitch.Count)
                continue;
            values[(step * BarRoll.Width) + Pitch.Count + pitch] = 1;
            values[(step * BarRoll.Width) + pitch] = roll.BeginsAt(step) ? 1 : 0;
        }
    }

    // Numbers of chords go up by semitones, first the major ones, then the minor ones.
    private static int Transposed(int chord, int by) =>
        chord == 0 ? 0 : 1 + ((chord - 1) / 12 * 12) + (((((chord - 1) % 12) + by) % 12) + 12) % 12;
}
