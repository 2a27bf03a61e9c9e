using ComposerPlugin.Styles;
using ComposerPlugin.Trainer.CommandLine;
using ComposerPlugin.Trainer.Configuration;
using ComposerPlugin.Trainer.Data;
using ComposerPlugin.Trainer.Onnx;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace ComposerPlugin.Trainer.Models;

/// <summary>
/// A decoder of <see cref="TransformerLayer"/>s over the inputs. Its past is the keys and values of all steps before. The heads also read
/// the embeddings of hint and form, as in <see cref="RecurrentModel"/>. Shapes: b tunes, n steps, t steps including the past, w width, s
/// size of a head.
/// </summary>
internal sealed class TransformerModel : nn.Module, IMelodyModel
{
    private const float Masked = -1e9f;

    private readonly int _width, _heads, _size;
    private readonly PositionAngles _angles;
    private readonly bool _rotary;
    private readonly MelodyInputs _inputs;
    private readonly Linear _enter;
    private readonly ModuleList<TransformerLayer> _layers;
    private readonly LayerNorm _norm;
    private readonly Dropout _dropout;
    private readonly MelodyHeads _melodyHeads;

    /// <exception cref="BadInputException">The heads do not share the width evenly.</exception>
    public TransformerModel(TrainConfig config)
        : base("transformer")
    {
        (_width, _heads, _size) = (config.Hidden, config.Heads, config.Hidden / config.Heads);
        if (_width % (2 * _heads) != 0)
        {
            throw new BadInputException(
                $"train: hidden is {_width} and heads is {_heads}, but a transformer head needs an even number of units; "
                + $"make hidden a multiple of {2 * _heads}.");
        }
        _rotary = config.Positions == TrainConfig.Rotary;
        _angles = new((_rotary ? _size : _width) / 2);
        _inputs = new(config);
        _enter = nn.Linear(_inputs.Units, _width);
        _layers = nn.ModuleList([.. Enumerable.Range(0, config.Layers).Select(_ => new TransformerLayer(config))]);
        _norm = nn.LayerNorm(_width);
        _dropout = nn.Dropout(config.Dropout);
        _melodyHeads = new(_width + _inputs.HintUnits, config);
        RegisterComponents();
    }

    public string Type => "transformer";

    public IReadOnlyList<(string Name, long[] Shape)> Past => [("k", PastShape), ("v", PastShape)];

    public MelodyHeads Heads => _melodyHeads;

    public bool HasForm => _inputs.HasForm;

    private long[] PastShape => [_layers.Count, _heads, 0, _size];

    public (Tensor Hidden, Tensor[] Present) Step(StepInputs inputs, Tensor[] past)
    {
        var (input, hinted) = _inputs.Embed(inputs);
        long n = inputs.Note.shape[1], before = past.Length == 0 ? 0 : past[0].shape[3];
        var angles = _angles.Of(before, n);
        var (cos, sin) = (angles.cos(), angles.sin());
        var future = full([n, before + n], Masked).triu(1 + before);    // (n, t)
        var x = _enter.call(input);    // (b, n, w)
        x = _dropout.call(_rotary ? x : x + cat([sin, cos], 1));
        List<Tensor> keys = [], values = [];
        for (int layer = 0; layer < _layers.Count; layer++)
        {
            (Tensor, Tensor)? earlier = before == 0 ? null : (past[0].select(1, layer), past[1].select(1, layer));
            (x, var key, var value) = _layers[layer].Step(x, _rotary ? (cos, sin) : null, future, earlier);
            keys.Add(key);
            values.Add(value);
        }
        var output = _dropout.call(_norm.call(x));
        // present: (b, layers, heads, t, s)
        return (hinted is null ? output : cat([output, hinted], 2), [stack(keys, 1), stack(values, 1)]);
    }

    public void WriteGraphs(string folder)
    {
        using var scope = NewDisposeScope();
        var graph = new OnnxGraph("step");
        var (input, hinted) = _inputs.Embed(graph);
        string pastK = graph.Input(GraphPorts.Past + GraphPorts.Keys, OnnxType.Float, "batch", _layers.Count, _heads, "past", _size);
        string pastV = graph.Input(GraphPorts.Past + GraphPorts.Values, OnnxType.Float, "batch", _layers.Count, _heads, "past", _size);
        var (output, keys, values) = Layers(graph, graph.Linear(_enter, input), pastK, pastV);
        string hidden = hinted is null ? output : graph.Concat(2, output, hinted);
        graph.Output(GraphPorts.Hidden, OnnxType.Float, hidden, "batch", "n", _width + _inputs.HintUnits);
        string presentK = graph.Concat(3, pastK, keys), presentV = graph.Concat(3, pastV, values);
        graph.Output(GraphPorts.Present + GraphPorts.Keys, OnnxType.Float, presentK, "batch", _layers.Count, _heads, "present", _size);
        graph.Output(GraphPorts.Present + GraphPorts.Values, OnnxType.Float, presentV, "batch", _layers.Count, _heads, "present", _size);
        graph.Write(Path.Combine(folder, GraphRole.FileName(GraphRole.Step)));
        _melodyHeads.Write(folder);
    }

    // The hidden state (b, n, w), and the new keys and values (b, layers, heads, n, s).
    private (string Hidden, string Keys, string Values) Layers(OnnxGraph graph, string x, string pastK, string pastV)
    {
        string n = graph.Size(x, 1), before = graph.Size(pastK, 3);
        string angles = _angles.Of(graph, before, n);
        var (cos, sin) = (graph.Node("Cos", angles), graph.Node("Sin", angles));
        string future = Future(graph, n);
        x = _rotary ? x : graph.Node("Add", x, graph.Concat(1, sin, cos));
        string second = graph.Constant([1L], 1), pastLength = graph.Node("Reshape", before, second);
        List<string> keys = [], values = [];
        for (int layer = 0; layer < _layers.Count; layer++)
        {
            (x, string key, string value) = _layers[layer].Step(
                graph, x, _rotary ? (cos, sin) : null, future, OfLayer(graph, pastK, layer), OfLayer(graph, pastV, layer), pastLength);
            keys.Add(graph.Node("Unsqueeze", key, second));
            values.Add(graph.Node("Unsqueeze", value, second));
        }
        return (graph.LayerNorm(_norm, x), graph.Concat(1, [.. keys]), graph.Concat(1, [.. values]));
    }

    // (n, n)
    private static string Future(OnnxGraph graph, string n)
    {
        string steps = graph.Node("Range", graph.Constant([0L]), n, graph.Constant([1L]));
        string rows = graph.Node("Unsqueeze", steps, graph.Constant([1L], 1));
        return graph.Node("Where", graph.Node("Greater", steps, rows), graph.Constant([Masked]), graph.Constant([0f]));
    }

    // (b, layers, heads, t, s) to (b, heads, t, s)
    private static string OfLayer(OnnxGraph graph, string past, long layer) =>
        graph.Node("Gather", [past, graph.Constant([layer])], new OnnxAttribute("axis", 1L));
}
