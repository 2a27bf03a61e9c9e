using ComposerPlugin.Trainer.CommandLine;
using ComposerPlugin.Trainer.Onnx;

namespace ComposerPlugin.Trainer.Proof;

/// <summary>
/// Converts graphs to 16-bit weights. The weights are cast to 32 bits when the graph is loaded: half the size on disk, the same speed.
/// </summary>
internal static class HalfWeights
{
    /// <summary>The largest accepted difference of a probability.</summary>
    public const double Tolerance = 0.01;

    /// <summary>Converts graphs and compares them with the originals.</summary>
    /// <param name="from">The folder of the graphs.</param>
    /// <param name="to">The folder of the converted graphs.</param>
    /// <param name="files">The file names by role, the same in both folders.</param>
    /// <returns>The largest difference of a probability.</returns>
    /// <exception cref="BadInputException">A graph cannot be read.</exception>
    /// <exception cref="InvalidOperationException">The difference exceeds <see cref="Tolerance"/>.</exception>
    public static double WriteAndCheck(string from, string to, IReadOnlyDictionary<string, string> files)
    {
        foreach (var (role, file) in files)
            Rounded(StoredGraph.Read(Path.Combine(from, file)), role).Write(Path.Combine(to, file));
        double worst = EnsembleProof.Difference(to, files, [(from, files)]);
        return worst <= Tolerance
            ? worst
            : throw new InvalidOperationException(
                $"with 16-bit weights a probability differs by {worst:G3}, more than {Tolerance}; keep this style's 32-bit weights.");
    }

    private static OnnxGraph Rounded(StoredGraph stored, string name)
    {
        var graph = new OnnxGraph(name, halfWeights: true);
        var inputs = stored.Inputs.ToDictionary(input => input.Name, input => graph.Input(input.Name, input.Type, input.Shape));
        var outputs = stored.AddTo(graph, inputs);
        foreach (var output in stored.Outputs)
            graph.Output(output.Name, output.Type, outputs[output.Name], output.Shape);
        return graph;
    }
}
