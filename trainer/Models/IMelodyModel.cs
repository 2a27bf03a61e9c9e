using static TorchSharp.torch;

namespace ComposerPlugin.Trainer.Models;

/// <summary>
/// What every autoregressive melody model offers to the training loop and the export: the graphs of a style, in libtorch.
/// Letters: b tunes, n steps, w width of the hidden state.
/// </summary>
internal interface IMelodyModel
{
    /// <summary>The style's kind.</summary>
    string Kind { get; }

    /// <summary>The names and shapes of the past without its batch dimension, in the order of <see cref="Step"/>.</summary>
    IReadOnlyList<(string Name, long[] Shape)> Past { get; }

    /// <summary>What turns the hidden state into notes.</summary>
    MelodyHeads Heads { get; }

    /// <summary>Takes n steps.</summary>
    /// <param name="note">(b, n, 3) pitch, gap, duration.</param>
    /// <param name="barPosition">(b, n, 4) place, meter, bar, key; a fifth column is the style's token.</param>
    /// <param name="hint">(b, n, 4) pitch, gap, duration, length.</param>
    /// <param name="past">What the step before left, each (b, …); empty at the start.</param>
    /// <returns>(b, n, w), and what the next step needs.</returns>
    (Tensor Hidden, Tensor[] Present) Step(Tensor note, Tensor barPosition, Tensor hint, Tensor[] past);

    /// <summary>Writes the graphs into a folder.</summary>
    void WriteGraphs(string folder);
}
