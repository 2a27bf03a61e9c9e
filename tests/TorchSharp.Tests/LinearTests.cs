using static TorchSharp.torch.nn;

namespace TorchSharp.Tests;

public class LinearTests
{
    [Fact]
    public void The_output_is_input_times_weight_plus_bias()
    {
        using var linear = Linear(
            new Modules.Parameter(tensor(new[,] { { 1.0, 2 }, { 3, 4 }, { 5, 6 } })), new Modules.Parameter(tensor(new[] { 0.5, 0, -1 })));
        Assert.Equal(2, linear.in_features);
        Assert.Equal(3, linear.out_features);
        Close.To([3.5, 7, 10], linear.call(tensor(new[,] { { 1.0, 1 } })));
        Gradient.Check(linear.call, tensor(new[,] { { 1.0, -1 }, { 0.5, 2 } }));
        ParameterGradients.Check(linear, () => linear.call(tensor(new[,] { { 1.0, -1 }, { 0.5, 2 } })));
    }

    [Fact]
    public void Weights_begin_uniform_within_the_inverse_root_of_the_width()
    {
        manual_seed(1);
        using var linear = Linear(100, 50);
        Assert.Equal([50, 100], linear.weight.shape);
        Assert.InRange(linear.weight.abs().max().item<float>(), 0.095f, 0.1f);
        Assert.InRange(linear.weight.std().item<float>(), 0.056f, 0.0595f);
        Assert.Equal(["weight", "bias"], linear.named_parameters().Select(entry => entry.name));
    }

    [Fact]
    public void A_bias_is_optional_and_a_weight_replaceable()
    {
        using var linear = Linear(2, 2, hasBias: false);
        Assert.Null(linear.bias);
        linear.weight = new Modules.Parameter(eye(2));
        Close.To([3, 4], linear.call(tensor(new[] { 3f, 4 })));
        Assert.Same(linear.weight, linear.get_parameter("weight"));
    }

    [Fact]
    public void The_wrong_width_is_refused_with_the_shapes()
    {
        using var linear = Linear(2, 2);
        Assert.Contains(
            "cannot be multiplied", Assert.Throws<ExternalException>(() => linear.call(ones(1, 3))).Message);
    }
}
