using static TorchSharp.torch;

namespace ComposerPlugin.FrameLikelihood;

/// <summary>Segments padded to the longest; freed with the dispose scope in which it is created.</summary>
internal sealed class FrameBatch
{
    public FrameBatch(IReadOnlyList<FrameSegment> segments, string inputs)
    {
        int length = segments.Max(segment => segment.Count), width = FrameInputs.Width(inputs);
        float[] rows = new float[segments.Count * length * width];
        var next = new List<Frame>();
        var positions = new List<long>();
        for (int i = 0; i < segments.Count; i++)
        {
            var (sequence, start, count, transposition) = segments[i];
            for (int step = 0; step < count; step++)
            {
                int row = (i * length) + step;
                FrameInputs.Write(inputs, sequence, start + step, transposition, rows.AsSpan(row * width, width));
                next.Add(sequence.Frames[start + step + 1].Transposed(transposition));
                positions.Add(row);
            }
        }
        Inputs = tensor(rows, [segments.Count, length, width]);
        Positions = tensor(positions.ToArray());
        Next = next;
    }

    /// <summary>(segments, frames, inputs).</summary>
    public Tensor Inputs { get; }

    /// <summary>The rows of segments x frames that are not padding, one for each predicted frame.</summary>
    public Tensor Positions { get; }

    /// <summary>The frames to predict.</summary>
    public IReadOnlyList<Frame> Next { get; }
}
