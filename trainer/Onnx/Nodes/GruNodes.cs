using TorchSharp.Modules;

namespace ComposerPlugin.Trainer.Onnx;

/// <summary>
/// A TorchSharp GRU as ONNX nodes. libtorch keeps its gates as reset, update, new; ONNX as update, reset, new. libtorch's reset gate acts
/// on the state once the weights and the bias have (Cho and others 2014, version 1), which ONNX calls <c>linear_before_reset</c>.
/// </summary>
internal static class GruNodes
{
    private static readonly int[] _gates = [1, 0, 2];

    /// <summary>Adds the layers.</summary>
    /// <param name="graph">Where to.</param>
    /// <param name="gru">Batch first, one direction, with biases.</param>
    /// <param name="layers">Its layers.</param>
    /// <param name="hidden">Its cells.</param>
    /// <param name="input">(b, n, i)</param>
    /// <param name="past">(b, layers, h)</param>
    /// <returns>(b, n, h), (b, layers, h)</returns>
    public static (string Output, string Present) Add(OnnxGraph graph, GRU gru, int layers, int hidden, string input, string past)
    {
        var (output, present) = RecurrentNodes.Add(graph, "GRU", gru, _gates, layers, hidden, input, [past], new OnnxAttribute("linear_before_reset", 1L));
        return (output, present[0]);
    }
}
