using TorchSharp.Modules;
using static TorchSharp.torch;

namespace ComposerPlugin.Trainer.Training;

/// <summary>
/// L1 as a proximal step: after the optimiser's own step every weight moves towards zero by the same small amount, and stops there.
/// So weights become exactly zero, and Adam's scaling of gradients does not touch it.
/// </summary>
internal static class L1Proximal
{
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
