using TorchSharp.Modules;

namespace ComposerPlugin.Trainer.Onnx;

/// <summary>
/// A TorchSharp LSTM as ONNX nodes. libtorch keeps its gates as input, forget, cell, output; ONNX as input, output, forget, cell.
/// ONNX runs over time first, and gives every layer its own node.
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
    /// <param name="pastH">(b, layers, h)</param>
    /// <param name="pastC">(b, layers, h)</param>
    /// <returns>(b, n, h), (b, layers, h), (b, layers, h)</returns>
    public static (string Output, string PresentH, string PresentC) Add(
        OnnxGraph graph, LSTM lstm, int layers, int hidden, string input, string pastH, string pastC)
    {
        var weights = lstm.named_parameters().ToDictionary(named => named.name, named => named.parameter);
        var (presentH, presentC) = (new string[layers], new string[layers]);
        string sequence = graph.Transpose(input, 1, 0, 2);    // (n, b, i)
        string direction = graph.Constant([1L], 1);
        for (int layer = 0; layer < layers; layer++)
        {
            var weight = weights[$"weight_ih_l{layer}"];
            long inputs = weight.shape[1];
            string[] outputs = graph.Nodes("LSTM",
            [
                sequence,
                graph.Constant(Reordered(weight.Values(), hidden), 1, 4 * hidden, inputs),
                graph.Constant(Reordered(weights[$"weight_hh_l{layer}"].Values(), hidden), 1, 4 * hidden, hidden),
                graph.Constant([.. Reordered(weights[$"bias_ih_l{layer}"].Values(), hidden), .. Reordered(weights[$"bias_hh_l{layer}"].Values(), hidden)], 1, 8 * hidden),
                "",
                StateOf(graph, pastH, layer),
                StateOf(graph, pastC, layer),
            ], 3, new OnnxAttribute("hidden_size", (long)hidden));
            sequence = graph.Node("Squeeze", outputs[0], direction);    // (n, 1, b, h) to (n, b, h)
            presentH[layer] = graph.Transpose(outputs[1], 1, 0, 2);    // (1, b, h) to (b, 1, h)
            presentC[layer] = graph.Transpose(outputs[2], 1, 0, 2);
        }
        return (graph.Transpose(sequence, 1, 0, 2), graph.Concat(1, presentH), graph.Concat(1, presentC));
    }

    // (b, layers, h) to (1, b, h)
    private static string StateOf(OnnxGraph graph, string past, long layer) =>
        graph.Transpose(graph.Node("Gather", [past, graph.Constant([layer], 1)], new OnnxAttribute("axis", 1L)), 1, 0, 2);

    private static float[] Reordered(float[] values, int hidden)
    {
        float[] reordered = new float[values.Length];
        int block = values.Length / 4;
        for (int gate = 0; gate < 4; gate++)
            Array.Copy(values, _gates[gate] * block, reordered, gate * block, block);
        return block % hidden == 0 ? reordered : throw new ArgumentException($"{values.Length} weights are no four gates of {hidden} cells");
    }
}
