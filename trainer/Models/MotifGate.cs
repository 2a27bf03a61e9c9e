using ComposerPlugin.Music;
using ComposerPlugin.Styles;
using ComposerPlugin.Trainer.Onnx;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace ComposerPlugin.Trainer.Models;

/// <summary>
/// Mixes a model's own probabilities with those of the motif predictions. At each step it weights them by the hidden state and the
/// confidence features of each chain: a mixture of experts whose gate is trained with the model (Jacobs, Jordan, Nowlan and Hinton,
/// Adaptive Mixtures of Local Experts, 1991). Form chains that know nothing here get no weight. Shapes: b tunes, n steps, w width of the
/// hidden state.
/// </summary>
internal sealed class MotifGate : nn.Module
{
    private const int Units = 64;

    // Keeps the logarithm finite: smaller than any probability that matters, larger than the smallest normal float.
    private const float Least = 1e-30f;

    // Added to the weights of chains that may not be chosen, before the softmax.
    private const float Masked = -1e9f;

    private readonly int _chains;
    private readonly FormChainUse? _form;
    private readonly Linear _dense;
    private readonly Linear _out;

    /// <param name="width">w</param>
    /// <param name="attribute">The attribute.</param>
    /// <param name="form">The use of the form chains; null for a gate of motif chains alone.</param>
    public MotifGate(int width, NoteAttribute attribute, FormChainUse? form = null)
        : base("gate")
    {
        _form = form;
        _chains = MotifPredictor.Chains(attribute, form is not null);
        _dense = nn.Linear(width + (_chains * MotifPredictor.Features), Units);
        _out = nn.Linear(Units, _chains + 1);
        // Initially all chains have the same weight and the model has e times as much.
        nn.init.zeros_(_out.weight);
        nn.init.zeros_(_out.bias!);
        using (no_grad())
            _out.bias!.narrow(0, 0, 1).fill_(1);
        RegisterComponents();
    }

    /// <summary>The mixture's logits (b, n, classes).</summary>
    public Tensor Mix(Tensor own, Tensor hidden, Tensor motif, Tensor features)
    {
        var weights = Shares(hidden, features).softmax(-1).unsqueeze(2);    // (b, n, 1, 1 + chains)
        var probabilities = cat([own.softmax(-1).unsqueeze(2), motif], 2);    // (b, n, 1 + chains, classes)
        return (matmul(weights, probabilities).squeeze(2) + Least).log();
    }

    /// <summary>The mixture's log-likelihood (b, n) of the targets.</summary>
    /// <param name="own">(b, n, 1), the model's own log-likelihood.</param>
    /// <param name="hidden">(b, n, w)</param>
    /// <param name="motifs">(b, n, chains, 1 + features)</param>
    public Tensor LogLikelihood(Tensor own, Tensor hidden, Tensor motifs)
    {
        var probabilities = motifs.select(3, 0);
        var weights = nn.functional.log_softmax(Shares(hidden, motifs.narrow(3, 1, MotifPredictor.Features)), -1);
        return logsumexp(weights + cat([own, (probabilities + Least).log()], 2), -1);
    }

    /// <summary>
    /// The mixture's logits as nodes. Adds the graph's inputs <c>motif</c>, <c>features</c> and <c>memory</c>, which is added to the
    /// chains' weights before the softmax; 0 as trained.
    /// </summary>
    public string Mix(OnnxGraph graph, string own, string hidden, long classes)
    {
        string motif = graph.Input(GraphPorts.Motif, OnnxType.Float, "batch", "n", _chains, classes);
        string features = graph.Input(GraphPorts.Features, OnnxType.Float, "batch", "n", _chains, MotifPredictor.Features);
        string memory = graph.Input(GraphPorts.Memory, OnnxType.Float, 1);
        string read = _form is null ? features
            : graph.Node("Mul", features, graph.Constant(_form.Features, _chains, MotifPredictor.Features));
        string flat = graph.Node("Reshape", read, graph.Constant([0L, 0L, _chains * MotifPredictor.Features], 3));
        string shares = graph.Linear(_out, graph.Node("Relu", graph.Linear(_dense, graph.Concat(2, hidden, flat))));
        float[] motifsOnly = [0, .. Enumerable.Repeat(1f, _chains)];
        shares = graph.Node("Add", shares, graph.Node("Mul", graph.Constant(motifsOnly, _chains + 1), memory));
        shares = _form is null ? shares : graph.Node("Add", shares, Mask(graph, features, _form));
        string third = graph.Constant([2L], 1);
        string weights = graph.Node("Unsqueeze", graph.Softmax(shares), third);
        string probabilities = graph.Concat(2, graph.Node("Unsqueeze", graph.Softmax(own), third), motif);
        string mixed = graph.Node("Squeeze", graph.Node("MatMul", weights, probabilities), third);
        return graph.Node("Log", graph.Node("Add", mixed, graph.Constant([Least], 1)));
    }

    // The weights (b, n, 1 + chains) before the softmax.
    private Tensor Shares(Tensor hidden, Tensor features)
    {
        if (_form is null)
            return Weigh(hidden, features);
        var shares = Weigh(hidden, features * tensor(_form.Features, [_chains, MotifPredictor.Features]));
        var known = features.select(3, FormPredictor.KnownFeature);    // (b, n, chains)
        var usable = ((known * tensor(_form.Forms)) + 1 - tensor(_form.Forms)) * tensor(_form.Chains);
        var mask = (1 - usable) * Masked;
        return shares + cat([zeros_like(mask.narrow(2, 0, 1)), mask], 2);
    }

    private Tensor Weigh(Tensor hidden, Tensor features) => _out.call(_dense.call(cat([hidden, features.flatten(2)], 2)).relu());

    // The same mask as nodes, (b, n, 1 + chains).
    private string Mask(OnnxGraph graph, string features, FormChainUse form)
    {
        long feature = FormPredictor.KnownFeature;
        string known = graph.Node("Gather", [features, graph.Constant([feature])], new OnnxAttribute("axis", 3L));
        float[] others = [.. form.Forms.Select(one => 1 - one)];
        string usable = graph.Node("Mul",
            graph.Node("Add", graph.Node("Mul", known, graph.Constant(form.Forms, _chains)), graph.Constant(others, _chains)),
            graph.Constant(form.Chains, _chains));
        string mask = graph.Node("Mul", graph.Node("Sub", graph.Constant([1f]), usable), graph.Constant([Masked]));
        string first = graph.Node("Slice", mask, graph.Constant([0L], 1), graph.Constant([1L], 1), graph.Constant([2L], 1));
        string none = graph.Node("Mul", first, graph.Constant([0f]));
        return graph.Concat(2, none, mask);
    }
}
