using static TorchSharp.torch.nn;

namespace TorchSharp.Tests;

/// <summary>Compares the gradients of a module's parameters with central differences of its output's weighted sum.</summary>
internal static class ParameterGradients
{
    private const double Step = 1e-5;

    public static void Check(Module module, Func<Tensor> output, double tolerance = 1e-6)
    {
        using var scope = NewDisposeScope();
        module.zero_grad();
        var weights = arange(1, output().numel() + 1, float64).view(output().shape) * 0.21 - 0.5;
        (output() * weights).sum().backward();
        foreach (var (name, parameter) in module.named_parameters())
        {
            var expected = new double[parameter.numel()];
            var data = parameter.data<double>();
            var values = data.ToArray();
            for (var i = 0; i < expected.Length; i++)
            {
                data.CopyFrom([values[i] + Step], 0, i);
                var above = Sum();
                data.CopyFrom([values[i] - Step], 0, i);
                expected[i] = (above - Sum()) / (2 * Step);
                data.CopyFrom([values[i]], 0, i);
            }
            Assert.NotNull(name);
            Close.To(expected, parameter.grad!, tolerance);
        }
        module.zero_grad();

        double Sum()
        {
            using var inner = NewDisposeScope();
            using var _ = no_grad();
            return (output() * weights).sum().item<double>();
        }
    }
}
