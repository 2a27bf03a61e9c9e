using TorchSharp.Modules;
using static TorchSharp.torch;

namespace ComposerPlugin.Trainer.Onnx;

/// <summary>The layers that every model has, as nodes.</summary>
internal static class LayerNodes
{
    /// <summary>A parameter's values in row-major order.</summary>
    public static float[] Values(this Tensor parameter) => parameter.detach().cpu().contiguous().data<float>().ToArray();

    /// <summary>Looks int64 classes up in an embedding's table: one more dimension.</summary>
    public static string Embedding(this OnnxGraph graph, Embedding embedding, string classes) =>
        graph.Node("Gather", [graph.Constant(embedding.weight!.Values(), embedding.weight!.shape), classes]);

    /// <summary>A linear layer over the last dimension.</summary>
    public static string Linear(this OnnxGraph graph, Linear linear, string value)
    {
        long[] shape = linear.weight.shape;    // (out, in)
        string weight = graph.Constant(linear.weight.transpose(0, 1).Values(), shape[1], shape[0]);
        string product = graph.Node("MatMul", value, weight);
        return linear.bias is { } bias ? graph.Node("Add", product, graph.Constant(bias.Values(), shape[0])) : product;
    }

    /// <summary>One of the last dimension's elements of a value with three dimensions: (b, n, k) to (b, n).</summary>
    public static string Column(this OnnxGraph graph, string value, long column) =>
        graph.Node("Gather", [value, graph.Constant([column])], new OnnxAttribute("axis", 2L));

    /// <summary>Values side by side.</summary>
    public static string Concat(this OnnxGraph graph, long axis, params string[] values) =>
        graph.Node("Concat", values, new OnnxAttribute("axis", axis));

    /// <summary>With the dimensions in another order.</summary>
    public static string Transpose(this OnnxGraph graph, string value, params long[] order) =>
        graph.Node("Transpose", [value], new OnnxAttribute("perm", order));
}
