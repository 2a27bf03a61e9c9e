using ComposerPlugin.Trainer.Onnx;
using static TorchSharp.torch;

namespace ComposerPlugin.Trainer.Models;

/// <summary>
/// Positions as angles, from fast to slow: position times 10000^(-i/count) (Vaswani and others, Attention Is All You Need, 2017). The first
/// step in the past is position 0.
/// </summary>
internal sealed class PositionAngles(int count)
{
    private readonly float[] _speeds = [.. Enumerable.Range(0, count).Select(i => MathF.Pow(10_000, -(float)i / count))];

    /// <summary>The angles (n, count) of n steps, starting at a position.</summary>
    public Tensor Of(long first, long n) =>
        arange(first, first + n, ScalarType.Int64).to(ScalarType.Float32).unsqueeze(1) * tensor(_speeds);

    /// <summary>The same as nodes.</summary>
    /// <param name="graph">Where to.</param>
    /// <param name="first">The first position, a scalar.</param>
    /// <param name="n">The number of steps, a scalar.</param>
    public string Of(OnnxGraph graph, string first, string n)
    {
        string positions = graph.Node("Range", first, graph.Node("Add", first, n), graph.Constant([1L]));
        string column = graph.Node("Unsqueeze", graph.ToFloat(positions), graph.Constant([1L], 1));
        return graph.Node("Mul", column, graph.Constant(_speeds, count));
    }
}
