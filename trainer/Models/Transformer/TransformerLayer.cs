using ComposerPlugin.Trainer.Configuration;
using ComposerPlugin.Trainer.Onnx;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace ComposerPlugin.Trainer.Models;

/// <summary>
/// One decoder layer: causal multi-head attention, then a feed-forward network. Layer norms come first (Xiong and others, On Layer
/// Normalization in the Transformer Architecture, 2020). Shapes: b tunes, n steps, t steps including the past, w width, s size of a head.
/// </summary>
internal sealed class TransformerLayer : nn.Module
{
    private readonly int _heads, _size;
    private readonly float _scale;
    private readonly LayerNorm _beforeHearing, _beforeWork;
    private readonly Linear _attend, _join, _widen, _narrow;
    private readonly Dropout _dropout;

    public TransformerLayer(TrainConfig config)
        : base("layer")
    {
        int width = config.Hidden;
        (_heads, _size) = (config.Heads, width / config.Heads);
        _scale = 1 / MathF.Sqrt(_size);
        (_beforeHearing, _beforeWork) = (nn.LayerNorm(width), nn.LayerNorm(width));
        (_attend, _join) = (nn.Linear(width, 3 * width, hasBias: false), nn.Linear(width, width, hasBias: false));
        (_widen, _narrow) = (nn.Linear(width, 4 * width), nn.Linear(4 * width, width));
        _dropout = nn.Dropout(config.Dropout);
        RegisterComponents();
    }

    /// <summary>Runs n steps.</summary>
    /// <param name="x">(b, n, w)</param>
    /// <param name="turn">Cosines and sines (n, s / 2) that rotate queries and keys (rotary positions), or null.</param>
    /// <param name="future">(n, t), the causal mask: a large negative number where a step would attend to a later one.</param>
    /// <param name="past">Keys and values (b, heads, t - n, s), or null.</param>
    /// <returns>(b, n, w), and keys and values (b, heads, t, s), the keys rotated.</returns>
    public (Tensor Output, Tensor Keys, Tensor Values) Step(
        Tensor x, (Tensor Cos, Tensor Sin)? turn, Tensor future, (Tensor Keys, Tensor Values)? past)
    {
        var parts = _attend.call(_beforeHearing.call(x)).chunk(3, -1);
        var (queries, keys, values) = (Heads(parts[0]), Heads(parts[1]), Heads(parts[2]));    // (b, heads, n, s)
        if (turn is { } by)
            (queries, keys) = (Turned(queries, by), Turned(keys, by));
        if (past is { } before)
            (keys, values) = (cat([before.Keys, keys], 2), cat([before.Values, values], 2));    // (b, heads, t, s)
        var weights = (matmul(queries * _scale, keys.transpose(2, 3)) + future).softmax(-1);    // (b, heads, n, t)
        var attended = matmul(weights, values).transpose(1, 2).flatten(2);    // (b, n, w)
        x = x + _dropout.call(_join.call(attended));
        x = x + _dropout.call(_narrow.call(nn.functional.gelu(_widen.call(_beforeWork.call(x)))));
        return (x, keys, values);
    }

    /// <summary>
    /// The same as nodes. There is always a past, which may be empty, and only the new keys and values are returned.
    /// </summary>
    /// <param name="graph">Where to.</param>
    /// <param name="x">(b, n, w)</param>
    /// <param name="turn">Cosines and sines (n, s / 2), or null.</param>
    /// <param name="future">(n, n)</param>
    /// <param name="pastKeys">(b, heads, t - n, s)</param>
    /// <param name="pastValues">(b, heads, t - n, s)</param>
    /// <param name="pastLength">t - n, of shape (1).</param>
    /// <returns>(b, n, w), and keys and values (b, heads, n, s)</returns>
    public (string Output, string Keys, string Values) Step(
        OnnxGraph graph, string x, (string Cos, string Sin)? turn, string future, string pastKeys, string pastValues, string pastLength)
    {
        string projected = graph.Linear(_attend, graph.LayerNorm(_beforeHearing, x));
        string[] parts = graph.Nodes("Split", [projected], 3, new OnnxAttribute("axis", 2L));
        var (queries, keys, values) = (Heads(graph, parts[0]), Heads(graph, parts[1]), Heads(graph, parts[2]));
        if (turn is { } by)
            (queries, keys) = (Turned(graph, queries, by), Turned(graph, keys, by));
        // Attention to the past and to the new steps is computed separately: concatenating or transposing the past would copy it.
        string columns = graph.Transpose(graph.Node("Mul", queries, graph.Constant([_scale])), 0, 1, 3, 2);    // (b, heads, s, n)
        string toPast = graph.Transpose(graph.Node("MatMul", pastKeys, columns), 0, 1, 3, 2);
        string toNew = graph.Node("Add", graph.Transpose(graph.Node("MatMul", keys, columns), 0, 1, 3, 2), future);
        string weights = graph.Softmax(graph.Concat(3, toPast, toNew));    // (b, heads, n, t)
        string last = graph.Constant([3L], 1);
        string ofPast = graph.Node("Slice", weights, graph.Constant([0L], 1), pastLength, last);
        string ofNew = graph.Node("Slice", weights, pastLength, graph.Constant([long.MaxValue], 1), last);
        // (b, heads, n, s)
        string attended = graph.Node("Add", graph.Node("MatMul", ofPast, pastValues), graph.Node("MatMul", ofNew, values));
        string joined = graph.Node("Reshape", graph.Transpose(attended, 0, 2, 1, 3), graph.Constant([0L, 0, _heads * _size], 3));
        x = graph.Node("Add", x, graph.Linear(_join, joined));
        x = graph.Node("Add", x, graph.Linear(_narrow, graph.Gelu(graph.Linear(_widen, graph.LayerNorm(_beforeWork, x)))));
        return (x, keys, values);
    }

    // (b, n, w) to (b, heads, n, s)
    private Tensor Heads(Tensor x) => x.unflatten(2, _heads, _size).transpose(1, 2);

    private string Heads(OnnxGraph graph, string x) =>
        graph.Transpose(graph.Node("Reshape", x, graph.Constant([0L, 0, _heads, _size], 4)), 0, 2, 1, 3);

    // Rotates each pair of elements, one from either half (Su and others, RoFormer, 2021), so that products of queries and keys depend only
    // on their distance.
    private static Tensor Turned(Tensor x, (Tensor Cos, Tensor Sin) by)
    {
        var halves = x.chunk(2, -1);
        return cat([(halves[0] * by.Cos) - (halves[1] * by.Sin), (halves[0] * by.Sin) + (halves[1] * by.Cos)], -1);
    }

    private static string Turned(OnnxGraph graph, string x, (string Cos, string Sin) by)
    {
        string[] halves = graph.Nodes("Split", [x], 2, new OnnxAttribute("axis", 3L));
        return graph.Concat(3,
            graph.Node("Sub", graph.Node("Mul", halves[0], by.Cos), graph.Node("Mul", halves[1], by.Sin)),
            graph.Node("Add", graph.Node("Mul", halves[0], by.Sin), graph.Node("Mul", halves[1], by.Cos)));
    }
}
