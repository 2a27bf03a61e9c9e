using static TorchSharp.torch;

namespace ComposerPlugin.Trainer.Frames;

/// <summary>Passages side by side, padded to the longest; lives as long as the dispose scope it was made in.</summary>
internal sealed class FrameBatch
{
    public FrameBatch(IReadOnlyList<FrameSegment> passages, string inputs)
    {
        int length = passages.Max(passage => passage.Count), width = FrameInputs.Width(inputs);
        float[] rows = new float[passages.Count * length * width];
        var next = new List<Frame>();
        var places = new List<long>();
        for (int i = 0; i < passages.Count; i++)
        {
            var (sequence, start, count, transposition) = passages[i];
            for (int step = 0; step < count; step++)
            {
                int row = (i * length) + step;
                FrameInputs.Write(inputs, sequence, start + step, transposition, rows.AsSpan(row * width, width));
                next.Add(sequence.Frames[start + step + 1].Transposed(transposition));
                places.Add(row);
            }
        }
        Inputs = tensor(rows, [passages.Count, length, width]);
        Places = tensor(places.ToArray());
        Next = next;
    }

    /// <summary>(b, n, i).</summary>
    public Tensor Inputs { get; }

    /// <summary>The rows of b x n that are not padding, one for each frame that is foretold.</summary>
    public Tensor Places { get; }

    /// <summary>The frames to foretell.</summary>
    public IReadOnlyList<Frame> Next { get; }
}
