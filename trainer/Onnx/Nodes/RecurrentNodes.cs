using static TorchSharp.torch;

namespace ComposerPlugin.Trainer.Onnx;

/// <summary>
/// Recurrent layers as ONNX nodes. ONNX orders gates differently from libtorch, has time as the first dimension, and needs a node for each
/// layer.
/// </summary>
internal static class RecurrentNodes
{
    /// <summary>Adds the layers of one direction, with biases.</summary>
    /// <param name="graph">Where to.</param>
    /// <param name="operation">The ONNX operator.</param>
    /// <param name="weights">The module, with libtorch's parameter names.</param>
    /// <param name="gates">libtorch's gates in ONNX's order.</param>
    /// <param name="layers">The number of layers.</param>
    /// <param name="hidden">Cells of each layer.</param>
    /// <param name="input">(b, n, i)</param>
    /// <param name="past">Each (b, layers, h).</param>
    /// <param name="attributes">Attributes of each node besides hidden_size.</param>
    /// <returns>(b, n, h), and each state (b, layers, h)</returns>
    public static (string Output, string[] Present) Add(
        OnnxGraph graph,
        string operation,
        nn.Module weights,
        int[] gates,
        int layers,
        int hidden,
        string input,
        string[] past,
        params OnnxAttribute[] attributes)
    {
        var parameters = weights.named_parameters().ToDictionary(named => named.name, named => named.parameter);
        var present = new string[past.Length, layers];
        string sequence = graph.Transpose(input, 1, 0, 2);    // (n, b, i)
        string direction = graph.Constant([1L], 1);
        for (int layer = 0; layer < layers; layer++)
        {
            float[] Ordered(string name) => Reordered(parameters[$"{name}_l{layer}"].Values(), gates, hidden);
            long inputs = parameters[$"weight_ih_l{layer}"].shape[1];
            string[] outputs = graph.Nodes(operation,
            [
                sequence,
                graph.Constant(Ordered("weight_ih"), 1, gates.Length * hidden, inputs),
                graph.Constant(Ordered("weight_hh"), 1, gates.Length * hidden, hidden),
                graph.Constant([.. Ordered("bias_ih"), .. Ordered("bias_hh")], 1, 2 * gates.Length * hidden),
                "",
                .. past.Select(state => StateOf(graph, state, layer)),
            ], 1 + past.Length, [new OnnxAttribute("hidden_size", (long)hidden), .. attributes]);
            sequence = graph.Node("Squeeze", outputs[0], direction);    // (n, 1, b, h) to (n, b, h)
            for (int state = 0; state < past.Length; state++)
                present[state, layer] = graph.Transpose(outputs[1 + state], 1, 0, 2);    // (1, b, h) to (b, 1, h)
        }
        string Joined(int state) => graph.Concat(1, [.. Enumerable.Range(0, layers).Select(layer => present[state, layer])]);
        string[] joined = [.. past.Select((_, state) => Joined(state))];
        return (graph.Transpose(sequence, 1, 0, 2), joined);
    }

    // (b, layers, h) to (1, b, h)
    private static string StateOf(OnnxGraph graph, string past, long layer) =>
        graph.Transpose(graph.Node("Gather", [past, graph.Constant([layer], 1)], new OnnxAttribute("axis", 1L)), 1, 0, 2);

    private static float[] Reordered(float[] values, int[] gates, int hidden)
    {
        float[] reordered = new float[values.Length];
        int block = values.Length / gates.Length;
        for (int gate = 0; gate < gates.Length; gate++)
            Array.Copy(values, gates[gate] * block, reordered, gate * block, block);
        return block % hidden == 0
            ? reordered
            : throw new ArgumentException($"{values.Length} weights do not divide into {gates.Length} gates of {hidden} cells");
    }
}
