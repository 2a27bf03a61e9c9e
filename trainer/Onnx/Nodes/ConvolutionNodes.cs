using TorchSharp.Modules;

namespace ComposerPlugin.Trainer.Onnx;

/// <summary>Convolutions over the last of three dimensions as nodes: (b, c, t) to (b, c', t').</summary>
internal static class ConvolutionNodes
{
    /// <summary>A convolution.</summary>
    public static string Convolution(this OnnxGraph graph, Conv1d layer, string value, long stride = 1, long padding = 0) =>
        graph.Node("Conv", [value, graph.Constant(layer.weight.Values(), layer.weight.shape), graph.Constant(layer.bias!.Values(), layer.bias!.shape)],
            new("strides", new[] { stride }), new("pads", new[] { padding, padding }));

    /// <summary>A transposed one.</summary>
    public static string Convolution(this OnnxGraph graph, ConvTranspose1d layer, string value, long stride = 1) =>
        graph.Node("ConvTranspose", [value, graph.Constant(layer.weight.Values(), layer.weight.shape), graph.Constant(layer.bias!.Values(), layer.bias!.shape)],
            new OnnxAttribute("strides", new[] { stride }));
}
