using TorchSharp.Modules;

namespace ComposerPlugin.Trainer.Onnx;

/// <summary>A head as a graph: a dense layer over the hidden state plus what each choice made so far adds, ReLU, then the logits.</summary>
internal sealed class HeadGraph(Linear dense, Linear logits)
{
    private readonly List<(string Name, Embedding Table)> _choices = [];

    /// <summary>Adds a choice that the head knows of.</summary>
    public HeadGraph Choice(string name, Embedding table)
    {
        _choices.Add((name, table));
        return this;
    }

    /// <summary>Writes the graph; its inputs are <c>hidden</c> and the choices in the order in which they were added.</summary>
    public void Write(string path)
    {
        var graph = new OnnxGraph(Path.GetFileNameWithoutExtension(path));
        string sum = graph.Linear(dense, graph.Input("hidden", OnnxType.Float, "batch", "n", dense.weight.shape[1]));
        foreach (var (name, table) in _choices)
            sum = graph.Node("Add", sum, graph.Embedding(table, graph.Input(name, OnnxType.Int64, "batch", "n")));
        graph.Output("logits", OnnxType.Float, graph.Linear(logits, graph.Node("Relu", sum)), "batch", "n", logits.weight.shape[0]);
        graph.Write(path);
    }
}
