using ComposerPlugin.Trainer.Configuration;
using ComposerPlugin.Trainer.Onnx;
using static TorchSharp.torch;

namespace ComposerPlugin.Trainer.Models;

/// <summary>The recurrent layers of a <see cref="RecurrentModel"/>. Shapes: b tunes, n steps, i inputs, h cells.</summary>
/// <param name="config">The settings; they give layers, cells and dropout.</param>
internal abstract class RecurrentCell(TrainConfig config)
{
    /// <summary>The module's name in a checkpoint.</summary>
    public abstract string Key { get; }

    /// <summary>The module: batch first, one direction, with biases.</summary>
    public abstract nn.Module Module { get; }

    /// <summary>The names of the states, each (b, layers, h).</summary>
    public abstract string[] States { get; }

    protected int Layers => config.Layers;

    protected int Hidden => config.Hidden;

    /// <summary>Runs the layers.</summary>
    /// <param name="input">(b, n, i)</param>
    /// <param name="past">Each (layers, b, h); empty for zeros.</param>
    /// <returns>(b, n, h), and each state (layers, b, h).</returns>
    public abstract (Tensor Output, Tensor[] Present) Run(Tensor input, Tensor[] past);

    /// <summary>Adds the layers to a graph.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="input">(b, n, i)</param>
    /// <param name="past">Each (b, layers, h).</param>
    /// <returns>(b, n, h), and each state (b, layers, h).</returns>
    public abstract (string Output, string[] Present) AddTo(OnnxGraph graph, string input, string[] past);

    /// <summary>Dropout between layers; libtorch warns about it where there is one layer.</summary>
    public static double DropoutBetween(TrainConfig config) => config.Layers > 1 ? config.Dropout : 0;
}
