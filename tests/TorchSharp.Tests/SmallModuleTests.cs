using static TorchSharp.torch.nn;

namespace TorchSharp.Tests;

public class SmallModuleTests
{
    private readonly Tensor _input = tensor(new[] { -2f, -0.5f, 0, 1, 3 });

    [Fact]
    public void Activations_equal_their_functions()
    {
        Close.To(_input.relu(), ReLU().call(_input));
        Close.To(_input.gelu(), GELU().call(_input));
        Close.To(_input.sigmoid(), Sigmoid().call(_input));
        Close.To(_input.tanh(), Tanh().call(_input));
        Close.To(_input.silu(), SiLU().call(_input));
        Close.To(_input.leaky_relu(0.2), LeakyReLU(0.2).call(_input));
        Close.To(_input.softmax(0), Softmax(0).call(_input));
        Close.To(_input.log_softmax(0), LogSoftmax(0).call(_input));
        Close.To(_input, Identity().call(_input));
        Assert.Equal([2, 12], Flatten().call(zeros(2, 3, 4)).shape);
    }

    [Fact]
    public void An_activation_in_place_changes_its_input()
    {
        using var relu = ReLU(inplace: true);
        relu.call(_input);
        Close.To([0, 0, 0, 1, 3], _input);
    }

    [Fact]
    public void Dropout_silences_a_share_in_training_and_keeps_the_mean()
    {
        manual_seed(8);
        using var dropout = Dropout(0.25);
        var output = dropout.call(ones(20000));
        Assert.InRange((output == 0).to(float32).mean().item<float>(), 0.24f, 0.26f);
        Assert.InRange(output.mean().item<float>(), 0.985f, 1.015f);
        Assert.Equal(4f / 3, output.max().item<float>(), 1e-5);
        dropout.eval();
        Close.To(_input, dropout.call(_input));
    }

    [Fact]
    public void A_sequence_applies_its_modules_in_order_and_names_them_by_place()
    {
        using var net = Sequential(Linear(2, 3), ReLU(), Linear(3, 1));
        Assert.Equal(["0.weight", "0.bias", "2.weight", "2.bias"], net.named_parameters().Select(entry => entry.name));
        var input = randn(4, 2);
        Close.To(net[2].call(net[0].call(input).relu()), net.call(input));
        Assert.Equal(2, net[1..].Count);
        using var named = Sequential(("first", Linear(2, 2)), ("second", Tanh()));
        Assert.Equal(["first.weight", "first.bias"], named.state_dict().Keys);
        using var empty = Sequential();
        Close.To(input, empty.call(input));
        empty.append(Linear(2, 1)).append("last", Sigmoid());
        Assert.Equal([4, 1], empty.call(input).shape);
    }

    [Fact]
    public void A_list_names_its_modules_by_place()
    {
        using var list = ModuleList(Linear(2, 2), Linear(2, 3));
        list.append(Linear(3, 1));
        Assert.Equal(3, list.Count);
        Assert.Equal(
            ["0.weight", "0.bias", "1.weight", "1.bias", "2.weight", "2.bias"], list.named_parameters().Select(entry => entry.name));
        list.RemoveAt(0);
        Assert.Equal([3, 2], list.get_parameter("0.weight")!.shape);
        Assert.Equal(2, list.Sum(linear => 1));
    }
}
