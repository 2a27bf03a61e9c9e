using TorchSharp.Modules;

namespace ComposerPlugin.Trainer.Onnx;

/// <summary>
/// A TorchSharp GRU as ONNX nodes. libtorch orders its gates reset, update, new; ONNX update, reset, new. libtorch applies the reset gate
/// after weights and bias (Cho and others 2014, version 1), which ONNX calls <c>linear_before_reset</c>.
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
    /// <param name="past">h (b, layers, h).</param>
    /// <returns>(b, n, h), and h (b, layers, h).</returns>
    public static (string Output, string[] Present) Add(OnnxGraph graph, GRU gru, int layers, int hidden, string input, string[] past) =>
        RecurrentNodes.Add(graph, "GRU", gru, _gates, layers, hidden, input, past, new OnnxAttribute("linear_before_reset", 1L));
}
