using TorchSharp.Modules;

namespace ComposerPlugin.Trainer.Onnx;

/// <summary>
/// A TorchSharp LSTM as ONNX nodes. libtorch orders its gates input, forget, cell, output; ONNX input, output, forget, cell.
/// </summary>
internal static class LstmNodes
{
    private static readonly int[] _gates = [0, 3, 1, 2];

    /// <summary>Adds the layers.</summary>
    /// <param name="graph">Where to.</param>
    /// <param name="lstm">Batch first, one direction, with biases.</param>
    /// <param name="layers">Its layers.</param>
    /// <param name="hidden">Its cells.</param>
    /// <param name="input">(b, n, i)</param>
    /// <param name="past">h and c, each (b, layers, h).</param>
    /// <returns>(b, n, h), and h and c, each (b, layers, h).</returns>
    public static (string Output, string[] Present) Add(OnnxGraph graph, LSTM lstm, int layers, int hidden, string input, string[] past) =>
        RecurrentNodes.Add(graph, "LSTM", lstm, _gates, layers, hidden, input, past);

    /// <summary>Adds one layer that starts from a zero state.</summary>
    /// <param name="graph">Where to.</param>
    /// <param name="lstm">Batch first, one layer, one direction, with biases.</param>
    /// <param name="hidden">Its cells.</param>
    /// <param name="input">(b, n, i)</param>
    /// <param name="reverse">Whether it reads from the last step to the first.</param>
    /// <returns>(b, h), its output at the step that it reads last.</returns>
    public static string Last(OnnxGraph graph, LSTM lstm, int hidden, string input, bool reverse)
    {
        var direction = new OnnxAttribute("direction", reverse ? "reverse" : "forward");
        var (output, _) = RecurrentNodes.Add(graph, "LSTM", lstm, _gates, 1, hidden, input, [], direction);
        return graph.Node("Gather", [output, graph.Constant([reverse ? 0L : -1L])], new OnnxAttribute("axis", 1L));
    }
}
