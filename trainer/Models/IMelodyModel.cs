using static TorchSharp.torch;

namespace ComposerPlugin.Trainer.Models;

/// <summary>
/// What every autoregressive melody model offers to the training loop and the export: the four graphs of a style, in libtorch.
/// Letters: b tunes, n steps, w width of the hidden state.
/// </summary>
internal interface IMelodyModel
{
    /// <summary>The style's kind.</summary>
    string Kind { get; }

    /// <summary>The names and shapes of the past without its batch dimension, in the order of <see cref="Step"/>; all zeros are the empty past.</summary>
    IReadOnlyList<(string Name, long[] Shape)> Past { get; }

    /// <summary>Takes n steps.</summary>
    /// <param name="note">(b, n, 3) pitch, gap, duration.</param>
    /// <param name="place">(b, n, 3) place, meter, bar.</param>
    /// <param name="hint">(b, n, 4) pitch, gap, duration, length.</param>
    /// <param name="past">What the step before left, each (b, …); empty at the start.</param>
    (Tensor Hidden, Tensor Gap, Tensor[] Present) Step(Tensor note, Tensor place, Tensor hint, Tensor[] past);

    /// <summary>Logits (b, n, 128) of the pitch.</summary>
    Tensor Pitch(Tensor hidden, Tensor gap, Tensor place);

    /// <summary>Logits (b, n, durations) of the duration.</summary>
    Tensor Duration(Tensor hidden, Tensor gap, Tensor pitch, Tensor place);

    /// <summary>Logits (b, n, 32) of the velocity.</summary>
    Tensor Velocity(Tensor hidden, Tensor pitch, Tensor duration, Tensor place);

    /// <summary>Writes the graphs into a folder.</summary>
    void WriteGraphs(string folder);
}
