namespace TorchSharp.Tests;

/// <summary>Compares the gradients that autograd finds with central differences, in double precision.</summary>
internal static class Gradient
{
    private const double Step = 1e-5;

    public static void Check(Func<Tensor, Tensor> function, Tensor input, double tolerance = 1e-6) =>
        Check(inputs => function(inputs[0]), tolerance, input);

    public static void Check(Func<Tensor, Tensor, Tensor> function, Tensor left, Tensor right) =>
        Check(inputs => function(inputs[0], inputs[1]), 1e-6, left, right);

    public static void Check(Func<Tensor[], Tensor> function, double tolerance, params Tensor[] inputs)
    {
        using var scope = NewDisposeScope();
        var leaves = inputs.Select(input => input.detach().to(float64).clone().requires_grad_()).ToArray();
        var result = function(leaves);
        // A weight for each element of the result tells a wrong element from a wrong sum.
        var weights = arange(1, result.numel() + 1, float64).view(result.shape) * 0.37 + 0.2;
        var gradients = autograd.grad([(result * weights).sum()], leaves);
        for (var i = 0; i < leaves.Length; i++)
        {
            var expected = Differences(function, leaves, i, weights);
            Close.To(expected, gradients[i], tolerance);
        }
    }

    private static double[] Differences(Func<Tensor[], Tensor> function, Tensor[] leaves, int which, Tensor weights)
    {
        using var scope = NewDisposeScope();
        using var unrecorded = no_grad();
        var values = leaves[which].data<double>();
        var differences = new double[values.Count];
        for (var i = 0; i < differences.Length; i++)
        {
            var before = values.ToArray()[i];
            values.CopyFrom([before + Step], 0, i);
            var above = Sum();
            values.CopyFrom([before - Step], 0, i);
            var below = Sum();
            values.CopyFrom([before], 0, i);
            differences[i] = (above - below) / (2 * Step);
        }
        return differences;

        double Sum() => (function(leaves) * weights).sum().item<double>();
    }
}
