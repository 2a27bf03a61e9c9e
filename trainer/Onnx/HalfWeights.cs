using ComposerPlugin.Trainer.CommandLine;

namespace ComposerPlugin.Trainer.Onnx;

/// <summary>
/// Graphs as they were, their weights rounded to 16 bits. They are cast back when the graph is loaded, so that what runs is as fast, and half as
/// large on the disk.
/// </summary>
internal static class HalfWeights
{
    /// <summary>The largest difference of a probability that is let pass.</summary>
    public const double Tolerance = 0.01;

    /// <summary>Writes graphs and compares them with those they were.</summary>
    /// <param name="from">The folder of the graphs.</param>
    /// <param name="to">Where to.</param>
    /// <param name="files">Their names by role, the same in both folders.</param>
    /// <returns>The largest difference of a probability.</returns>
    /// <exception cref="BadInputException">A graph cannot be read.</exception>
    /// <exception cref="InvalidOperationException">They differ by more than <see cref="Tolerance"/>.</exception>
    public static double WriteAndCheck(string from, string to, IReadOnlyDictionary<string, string> files)
    {
        foreach (var (role, file) in files)
            Rounded(StoredGraph.Read(Path.Combine(from, file)), role).Write(Path.Combine(to, file));
        double worst = EnsembleProof.Difference(to, files, [(from, files)]);
        return worst <= Tolerance
            ? worst
            : throw new InvalidOperationException($"with weights of 16 bits a probability differs by {worst:G3}, more than {Tolerance}; this style needs its 32.");
    }

    private static OnnxGraph Rounded(StoredGraph stored, string name)
    {
        var graph = new OnnxGraph(name, halfWeights: true);
        var outputs = stored.AddTo(graph, stored.Inputs.ToDictionary(input => input.Name, input => graph.Input(input.Name, input.Type, input.Shape)));
        foreach (var output in stored.Outputs)
            graph.Output(output.Name, output.Type, outputs[output.Name], output.Shape);
        return graph;
    }
}
