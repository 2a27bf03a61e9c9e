namespace TorchSharp.Tests;

/// <summary>Compares a tensor with numbers, with a message that shows both.</summary>
internal static class Close
{
    public static void To(double[] expected, Tensor actual, double tolerance = 1e-6)
    {
        var values = Values(actual);
        Assert.Equal(expected.Length, values.Length);
        for (var i = 0; i < expected.Length; i++)
        {
            var near = Math.Abs(expected[i] - values[i]) <= tolerance * (1 + Math.Abs(expected[i])) || expected[i].Equals(values[i]);
            Assert.True(near, $"Element {i} of [{string.Join(", ", values)}] should be {expected[i]}: [{string.Join(", ", expected)}]");
        }
    }

    public static void To(Tensor expected, Tensor actual, double tolerance = 1e-6)
    {
        Assert.Equal(expected.shape, actual.shape);
        To(Values(expected), actual, tolerance);
    }

    public static double[] Values(Tensor tensor)
    {
        using var numbers = tensor.detach().to(float64);
        return numbers.data<double>().ToArray();
    }
}
