using static TorchSharp.torch;

namespace ComposerPlugin.Trainer.Models;

/// <summary>The largest singular value of weights: the largest gain of a layer.</summary>
internal static class SpectralNorm
{
    private const int Iterations = 8;

    /// <summary>The norm of weights (outputs, inputs, …), by power iteration from a fixed vector; a lower bound.</summary>
    public static double Of(Tensor weight)
    {
        using var noGradients = no_grad();
        using var scope = NewDisposeScope();
        var matrix = weight.flatten(1);
        var inputs = full([matrix.shape[1]], 1f);
        var outputs = matrix.mv(inputs);
        for (int i = 0; i < Iterations; i++)
        {
            inputs = Unit(matrix.t().mv(outputs));
            outputs = matrix.mv(inputs);
        }
        return outputs.square().sum().sqrt().item<float>();
    }

    private static Tensor Unit(Tensor vector) => vector / (vector.square().sum().sqrt() + 1e-12);
}
