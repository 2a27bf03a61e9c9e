using TorchSharp.Modules;

namespace ComposerPlugin.Trainer.Onnx;

/// <summary>Convolutions over the last of three dimensions as nodes: (b, c, t) to (b, c', t').</summary>
internal static class ConvolutionNodes
{
    /// <summary>A convolution.</summary>
    public static string Convolution(this OnnxGraph graph, Conv1d layer, string value, long stride = 1, long padding = 0) =>
        graph.Node("Conv", [value, graph.Parameter(layer.weight), graph.Parameter(layer.bias!)],
            new("strides", new[] { stride }), new("pads", new[] { padding, padding }));

    /// <summary>A transposed convolution.</summary>
    public static string Convolution(this OnnxGraph graph, ConvTranspose1d layer, string value, long stride = 1) =>
        graph.Node("ConvTranspose", [value, graph.Parameter(layer.weight), graph.Parameter(layer.bias!)],
            new OnnxAttribute("strides", new[] { stride }));
}
