using TorchSharp.Modules;
using static TorchSharp.torch;

namespace ComposerPlugin.Trainer.Training;

/// <summary>
/// L1 regularisation as a proximal step: after the optimiser's step every weight moves towards 0 by the same small amount, and stops
/// there. Weights become exactly 0, and Adam's gradient scaling does not affect it.
/// </summary>
internal static class L1Proximal
{
    /// <summary>Moves every weight towards 0 by an amount, in place.</summary>
    public static void Apply(IEnumerable<Parameter> parameters, double amount)
    {
        if (amount == 0)
            return;
        using var noGradients = no_grad();
        using var scope = NewDisposeScope();
        foreach (var parameter in parameters)
            parameter.copy_(parameter.sign() * (parameter.abs() - amount).clamp_min(0));
    }
}
