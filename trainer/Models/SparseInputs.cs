using TorchSharp.Modules;
using static TorchSharp.torch;

namespace ComposerPlugin.Trainer.Models;

/// <summary>
/// First weights for layers over piano rolls, of whose numbers nearly all are 0: the standard ones, made for full inputs, would leave next
/// to no signal.
/// </summary>
internal static class SparseInputs
{
    // A kernel over three steps of two rolls meets about so many ones.
    private const int OnesMet = 8;

    /// <summary>Of a layer that reads rolls.</summary>
    public static void Fill(Conv1d layer) => nn.init.normal_(layer.weight, 0, Math.Sqrt(2.0 / OnesMet));

    /// <summary>Of a layer behind rectified ones (He and others, 2015).</summary>
    public static void FillNext(Tensor weight) => nn.init.normal_(weight, 0, Math.Sqrt(2.0 * weight.shape[0] / weight.numel()));
}
