using TorchSharp.Modules;
using static TorchSharp.torch;

namespace ComposerPlugin.Trainer.Models;

/// <summary>
/// Initial weights for layers over piano rolls, whose inputs are nearly all 0: the default initialisation, for dense inputs, would leave
/// almost no signal.
/// </summary>
internal static class SparseInputs
{
    // About how many ones a kernel over three steps of two rolls reads.
    private const int OnesMet = 8;

    /// <summary>Initialises a layer that reads rolls.</summary>
    public static void Fill(Conv1d layer) => nn.init.normal_(layer.weight, 0, Math.Sqrt(2.0 / OnesMet));

    /// <summary>Initialises a layer after a ReLU (He and others, 2015).</summary>
    public static void FillNext(Tensor weight) =>
        nn.init.normal_(weight, 0, Math.Sqrt(2.0 * weight.shape[0] / weight.numel()));
}
