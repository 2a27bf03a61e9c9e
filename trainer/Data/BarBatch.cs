using ComposerPlugin.Inference;
using static TorchSharp.torch;

namespace ComposerPlugin.Trainer.Data;

/// <summary>
/// A batch of bars; it lives as long as the dispose scope in which it is created. Shapes: b bars, t = 24 steps, p = 256 values of a step
/// (128 pitch onsets, then 128 sounding pitches).
/// </summary>
internal sealed class BarBatch
{
    /// <summary>Copies the bars into tensors.</summary>
    public BarBatch(IReadOnlyList<BarPair> pairs)
    {
        int size = BarRoll.Steps * BarRoll.Width;
        float[] previous = new float[pairs.Count * size], next = new float[pairs.Count * size];
        float[] chord = new float[pairs.Count * BarRoll.Chords], inside = new float[pairs.Count * BarRoll.Steps];
        for (int i = 0; i < pairs.Count; i++)
        {
            pairs[i].Previous.Write(previous.AsSpan(i * size, size));
            pairs[i].Next.Write(next.AsSpan(i * size, size));
            chord[(i * BarRoll.Chords) + pairs[i].Chord] = 1;
            inside.AsSpan(i * BarRoll.Steps, pairs[i].Next.Length).Fill(1);
        }
        Previous = tensor(previous, [pairs.Count, BarRoll.Steps, BarRoll.Width]);
        Next = tensor(next, [pairs.Count, BarRoll.Steps, BarRoll.Width]);
        Chord = tensor(chord, [pairs.Count, BarRoll.Chords]);
        Inside = tensor(inside, [pairs.Count, BarRoll.Steps]);
    }

    /// <summary>The bars before, (b, t, p).</summary>
    public Tensor Previous { get; }

    /// <summary>The bars to generate, (b, t, p).</summary>
    public Tensor Next { get; }

    /// <summary>The chords of these bars, one-hot, (b, chords).</summary>
    public Tensor Chord { get; }

    /// <summary>1 for the steps inside the bar, 0 after its end, (b, t).</summary>
    public Tensor Inside { get; }
}
