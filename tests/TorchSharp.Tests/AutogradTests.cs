namespace TorchSharp.Tests;

public class AutogradTests
{
    [Fact]
    public void Gradients_add_up_over_backward_calls()
    {
        var x = tensor(new[] { 1f, 2 }, requires_grad: true);
        (x * x).sum().backward();
        (x * 3).sum().backward();
        Close.To([5, 7], x.grad!);
        x.grad = null;
        Assert.Null(x.grad);
    }

    [Fact]
    public void A_result_of_several_elements_needs_a_gradient_to_start_from()
    {
        var x = tensor(new[] { 1f, 2 }, requires_grad: true);
        Assert.Contains(
            "grad can be implicitly created only for scalar outputs", Assert.Throws<ExternalException>(() => (x * x).backward()).Message);
        (x * x).backward([tensor(new[] { 1f, 10 })]);
        Close.To([2, 40], x.grad!);
    }

    [Fact]
    public void Nothing_is_recorded_under_no_grad_and_inference_mode()
    {
        var x = ones(2, requires_grad: true);
        using (no_grad())
        {
            Assert.False(is_grad_enabled());
            Assert.False((x * 2).requires_grad);
            using (enable_grad())
                Assert.True((x * 2).requires_grad);
        }
        using (inference_mode())
        {
            Assert.True(is_inference_mode_enabled());
            Assert.False((x * 2).requires_grad);
        }
        Assert.False(is_inference_mode_enabled());
        Assert.True((x * 2).requires_grad);
        Assert.False(x.detach().requires_grad);
    }

    [Fact]
    public void Gradients_are_returned_without_touching_the_leaves()
    {
        var x = tensor(2.0, requires_grad: true);
        var y = tensor(3.0, requires_grad: true);
        var gradients = autograd.grad([x * x * y], [x, y]);
        Assert.Equal(12, gradients[0].item<double>());
        Assert.Equal(4, gradients[1].item<double>());
        Assert.Null(x.grad);
        Assert.Throws<ExternalException>(() => autograd.grad([x * 2], [y]));
        Assert.Null(autograd.grad([x * 2], [x, y], allow_unused: true)[1]);
    }

    [Fact]
    public void A_gradient_can_be_differentiated_again()
    {
        var x = tensor(2.0, requires_grad: true);
        var first = autograd.grad([x.pow(3)], [x], create_graph: true)[0];
        first.backward();
        Assert.Equal(12, x.grad!.item<double>());
    }

    [Fact]
    public void A_graph_is_gone_after_backward_unless_retained()
    {
        var x = tensor(2f, requires_grad: true);
        var y = x * x;
        y.backward(retain_graph: true);
        y.backward();
        Assert.Equal(8, x.grad!.item<float>());
        Assert.Throws<ExternalException>(() => y.backward());
    }

    [Fact]
    public void An_inner_gradient_is_kept_on_request()
    {
        var x = tensor(2f, requires_grad: true);
        var y = x * 3;
        y.retain_grad();
        (y * y).backward();
        Assert.Equal(12, y.grad!.item<float>());
        Assert.False(y.is_leaf);
        Assert.True(x.is_leaf);
    }

    [Fact]
    public void Only_chosen_inputs_receive_a_gradient()
    {
        var x = tensor(2f, requires_grad: true);
        var y = tensor(3f, requires_grad: true);
        (x * y).backward(inputs: [x]);
        Assert.Equal(3, x.grad!.item<float>());
        Assert.Null(y.grad);
    }

    [Fact]
    public void Whole_numbers_cannot_require_a_gradient()
    {
        Assert.Contains("floating", Assert.Throws<ExternalException>(() => arange(3, requires_grad: true)).Message);
    }

    [Fact]
    public void Changing_a_leaf_in_place_is_refused()
    {
        var x = ones(2, requires_grad: true);
        Assert.Contains("leaf Variable", Assert.Throws<ExternalException>(() => x.add_(1)).Message);
    }
}
