using TorchSharp.Modules;
using static TorchSharp.torch;

namespace ComposerPlugin.Trainer.Onnx;

/// <summary>Common layers and operations as nodes.</summary>
internal static class LayerNodes
{
    /// <summary>A parameter's values in row-major order.</summary>
    public static float[] Values(this Tensor parameter) => parameter.detach().cpu().contiguous().data<float>().ToArray();

    /// <summary>A parameter as a constant.</summary>
    public static string Parameter(this OnnxGraph graph, Tensor parameter) => graph.Constant(parameter.Values(), parameter.shape);

    /// <summary>Looks int64 classes up in an embedding's table: one more dimension.</summary>
    public static string Embedding(this OnnxGraph graph, Embedding embedding, string classes) =>
        graph.Node("Gather", [graph.Parameter(embedding.weight!), classes]);

    /// <summary>A linear layer over the last dimension.</summary>
    public static string Linear(this OnnxGraph graph, Linear linear, string value)
    {
        long[] shape = linear.weight.shape;    // (out, in)
        string weight = graph.Constant(linear.weight.transpose(0, 1).Values(), shape[1], shape[0]);
        string product = graph.Node("MatMul", value, weight);
        return linear.bias is { } bias ? graph.Node("Add", product, graph.Constant(bias.Values(), shape[0])) : product;
    }

    /// <summary>One element of the last dimension: (b, n, k) to (b, n).</summary>
    public static string Column(this OnnxGraph graph, string value, long column) =>
        graph.Node("Gather", [value, graph.Constant([column])], new OnnxAttribute("axis", 2L));

    /// <summary>Probabilities over the last dimension.</summary>
    public static string Softmax(this OnnxGraph graph, string value) => graph.Node("Softmax", [value], new OnnxAttribute("axis", -1L));

    /// <summary>Normalises over the last dimension, then scales and shifts.</summary>
    public static string LayerNorm(this OnnxGraph graph, LayerNorm norm, string value) =>
        graph.Node("LayerNormalization", [value, graph.Parameter(norm.weight!), graph.Parameter(norm.bias!)],
            new OnnxAttribute("axis", -1L), new OnnxAttribute("epsilon", (float)norm.eps));

    /// <summary>GELU: x times the cumulative normal distribution at x, with the exact error function.</summary>
    public static string Gelu(this OnnxGraph graph, string value)
    {
        string error = graph.Node("Erf", graph.Node("Div", value, graph.Constant([MathF.Sqrt(2)])));
        return graph.Node("Mul", graph.Node("Mul", value, graph.Node("Add", error, graph.Constant([1f]))), graph.Constant([0.5f]));
    }

    /// <summary>The size of a dimension, an int64 scalar.</summary>
    public static string Size(this OnnxGraph graph, string value, long dimension) =>
        graph.Node("Gather", graph.Node("Shape", value), graph.Constant([dimension]));

    /// <summary>Integers as floats.</summary>
    public static string ToFloat(this OnnxGraph graph, string value) =>
        graph.Node("Cast", [value], new OnnxAttribute("to", (long)OnnxType.Float));

    /// <summary>Concatenates values along an axis.</summary>
    public static string Concat(this OnnxGraph graph, long axis, params string[] values) =>
        graph.Node("Concat", values, new OnnxAttribute("axis", axis));

    /// <summary>Reorders the dimensions.</summary>
    public static string Transpose(this OnnxGraph graph, string value, params long[] order) =>
        graph.Node("Transpose", [value], new OnnxAttribute("perm", order));
}
