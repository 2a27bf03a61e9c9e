using ComposerPlugin.Trainer.Data;
using static TorchSharp.torch;

namespace ComposerPlugin.Trainer.Models;

/// <summary>
/// An autoregressive melody model, as training and export use it: the graphs of a style, in libtorch.
/// Shapes: b tunes, n steps, w width of the hidden state.
/// </summary>
internal interface IMelodyModel
{
    /// <summary>The style's type.</summary>
    string Type { get; }

    /// <summary>The names and shapes of the past without its batch dimension, in the order of <see cref="Step"/>.</summary>
    IReadOnlyList<(string Name, long[] Shape)> Past { get; }

    /// <summary>The heads that give the logits of a note from the hidden state.</summary>
    MelodyHeads Heads { get; }

    /// <summary>Whether it reads what the form memory knows.</summary>
    bool HasForm { get; }

    /// <summary>Runs n steps.</summary>
    /// <param name="inputs">The steps.</param>
    /// <param name="past">The states after the previous step, each (b, …); empty at the start.</param>
    /// <returns>(b, n, w), and the states for the next step.</returns>
    (Tensor Hidden, Tensor[] Present) Step(StepInputs inputs, Tensor[] past);

    /// <summary>Writes the graphs into a folder.</summary>
    void WriteGraphs(string folder);
}
