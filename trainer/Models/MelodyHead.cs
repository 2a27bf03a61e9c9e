using ComposerPlugin.Music;
using ComposerPlugin.Styles;
using ComposerPlugin.Trainer.Onnx;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace ComposerPlugin.Trainer.Models;

/// <summary>
/// The logits of one attribute from the hidden state: a dense layer, plus an embedding of each attribute chosen before, ReLU, and a linear
/// layer. With a gate, their probabilities are mixed with those of the motif predictions. Shapes: b tunes, n steps, w width of the hidden
/// state.
/// </summary>
internal sealed class MelodyHead : nn.Module
{
    private readonly string[] _choices;
    private readonly Linear _dense;
    private readonly Linear _out;
    private readonly Embedding?[] _tables;
    private readonly ModuleList<Embedding> _chosen;
    private readonly MotifGate? _gate;

    /// <param name="width">w</param>
    /// <param name="units">Units of the dense layer.</param>
    /// <param name="classes">Classes of the attribute.</param>
    /// <param name="gate">The gate that mixes in the motif predictions, or null.</param>
    /// <param name="choices">
    /// The attributes chosen before: the name of the graph's input, and its classes; null to ignore the input (ablation).
    /// </param>
    public MelodyHead(int width, int units, int classes, MotifGate? gate, params (string Name, int? Classes)[] choices)
        : base("head")
    {
        _choices = [.. choices.Select(choice => choice.Name)];
        _dense = nn.Linear(width, units);
        _out = nn.Linear(units, classes);
        _tables = [.. choices.Select(choice => choice.Classes is { } known ? Choice(known, units) : null)];
        _chosen = nn.ModuleList([.. _tables.OfType<Embedding>()]);
        _gate = gate;
        RegisterComponents();
    }

    /// <summary>Logits (b, n, classes).</summary>
    /// <param name="hidden">(b, n, w)</param>
    /// <param name="motif">(b, n, chains, classes), the probabilities of a <see cref="MotifPredictor"/>; not read without a gate.</param>
    /// <param name="features">(b, n, chains, features) of it; not read without a gate.</param>
    /// <param name="chosen">(b, n) for each choice.</param>
    public Tensor Logits(Tensor hidden, Tensor? motif, Tensor? features, params Tensor[] chosen)
    {
        var own = Own(hidden, chosen);
        return _gate is null ? own : _gate.Mix(own, hidden, motif!, features!);
    }

    /// <summary>The negative log-likelihood (b, n) of the targets in nats; 0 where the target is negative.</summary>
    /// <param name="hidden">(b, n, w)</param>
    /// <param name="targets">(b, n), the classes.</param>
    /// <param name="motifs">(b, n, chains, 1 + features), the probability of the target and the features; not read without a gate.</param>
    /// <param name="smoothing">Label smoothing of the model's own likelihood: the share spread over all classes.</param>
    /// <param name="chosen">(b, n) for each choice.</param>
    public Tensor Loss(Tensor hidden, Tensor targets, Tensor motifs, double smoothing, params Tensor[] chosen)
    {
        var own = nn.functional.log_softmax(Own(hidden, chosen), -1);
        var scored = targets.ge(0);
        var likelihood = own.gather(2, targets.clamp(min: 0).unsqueeze(2));    // (b, n, 1)
        var loss = (_gate is null ? likelihood.squeeze(2) : _gate.LogLikelihood(likelihood, hidden, motifs)).neg();
        if (smoothing > 0)
            loss = (loss * (1 - smoothing)) - (own.mean([-1]) * smoothing);
        return loss.masked_fill(scored.logical_not(), 0);
    }

    /// <summary>
    /// Writes the graph: inputs <c>hidden</c>, the choices and, with a gate, <c>motif</c>, <c>features</c> and <c>memory</c>; output
    /// <c>logits</c>.
    /// </summary>
    public void Write(string path)
    {
        var graph = new OnnxGraph(Path.GetFileNameWithoutExtension(path));
        string hidden = graph.Input(GraphPorts.Hidden, OnnxType.Float, "batch", "n", _dense.weight.shape[1]);
        string sum = graph.Linear(_dense, hidden);
        for (int i = 0; i < _choices.Length; i++)
        {
            string input = graph.Input(_choices[i], OnnxType.Int64, "batch", "n");
            sum = _tables[i] is { } table ? graph.Node("Add", sum, graph.Embedding(table, input)) : sum;
        }
        string own = graph.Linear(_out, graph.Node("Relu", sum));
        string logits = _gate is null ? own : _gate.Mix(graph, own, hidden, _out.weight.shape[0]);
        graph.Output(GraphPorts.Logits, OnnxType.Float, logits, "batch", "n", _out.weight.shape[0]);
        graph.Write(path);
    }

    private Tensor Own(Tensor hidden, Tensor[] chosen)
    {
        var sum = _dense.call(hidden);
        for (int i = 0; i < chosen.Length; i++)
            sum = _tables[i] is { } table ? sum + table.call(chosen[i]) : sum;
        return _out.call(sum.relu());
    }

    // Small initial weights for the conditioning embeddings.
    private static Embedding Choice(int classes, int units)
    {
        var embedding = nn.Embedding(classes, units);
        nn.init.normal_(embedding.weight!, 0, 0.1);
        return embedding;
    }
}
