using static TorchSharp.torch.nn;
using Parameter = TorchSharp.Modules.Parameter;

namespace TorchSharp.Tests;

public class ModuleTests
{
    /// <summary>Of this thread: what the collector frees meanwhile does not count.</summary>
    private static long Live => DisposeScopeManager.Statistics.ThreadTotalLiveCount;

    [Fact]
    public void Fields_are_registered_under_their_names()
    {
        using var model = new TinyModel();
        string[] expected =
        [
            "_scale", "_tokens.weight", "_memory.weight_ih_l0", "_memory.weight_hh_l0", "_memory.bias_ih_l0", "_memory.bias_hh_l0",
            "_head.weight", "_head.bias", "renamed.weight", "renamed.bias",
        ];
        Assert.Equal(expected.Order(), model.named_parameters().Select(entry => entry.name).Order());
        Assert.Equal(["_offset"], model.named_buffers().Select(entry => entry.name));
        Assert.Equal(
            ["_head", "_memory", "_tokens", "renamed"], model.named_children().Select(entry => entry.name).Order(StringComparer.Ordinal));
        Assert.Equal(4, model.modules().Count());
        Assert.Equal("TinyModel", model.GetName());
    }

    [Fact]
    public void Members_are_found_by_their_full_name()
    {
        using var model = new TinyModel();
        Assert.Equal([12, 16], model.get_parameter("_head.weight")!.shape);
        Assert.NotNull(model.get_buffer("_offset"));
        Assert.Null(model.get_parameter("_head.none"));
        Assert.False(model.has_parameter("none.weight"));
        Assert.True(model.has_buffer("_offset"));
    }

    [Fact]
    public void Training_and_evaluation_reach_every_part()
    {
        using var model = new TinyModel();
        Assert.True(model.training);
        model.eval();
        Assert.All(model.modules(), module => Assert.False(module.training));
        model.train();
        Assert.All(model.modules(), module => Assert.True(module.training));
    }

    [Fact]
    public void Apply_visits_children_before_the_module_itself()
    {
        using var net = Sequential(Linear(1, 1), Linear(1, 1));
        var seen = new List<Module>();
        net.apply(seen.Add);
        Assert.Equal([.. net.children(), net], seen);
    }

    [Fact]
    public void A_shared_parameter_counts_once()
    {
        using var first = Linear(2, 2);
        using var second = Linear(first.weight);
        using var list = ModuleList(first, second);
        Assert.Equal(2, list.parameters().Count());
    }

    [Fact]
    public void Names_are_checked()
    {
        using var model = new TinyModel();
        Assert.Contains(
            "already registered", Assert.Throws<InvalidOperationException>(() => model.register_module("_head", Linear(1, 1))).Message);
        Assert.Contains(
            "already registered",
            Assert.Throws<InvalidOperationException>(() => model.register_parameter("_scale", new Parameter(ones(1)))).Message);
        Assert.Contains(
            "already registered", Assert.Throws<InvalidOperationException>(() => model.register_buffer("_offset", ones(1))).Message);
        Assert.Throws<ArgumentException>(() => model.register_module("a.b", Linear(1, 1)));
        Assert.Throws<ArgumentException>(() => model.register_module("", Linear(1, 1)));
        Assert.Throws<ArgumentNullException>(() => model.register_parameter("none", null!));
    }

    [Fact]
    public void Another_element_type_keeps_the_parameters_themselves()
    {
        using var net = Sequential(Linear(2, 2), BatchNorm1d(2));
        var before = net.parameters().ToArray();
        before[0].grad = ones(2, 2);
        Assert.Same(net, net.to(float64));
        Assert.Equal(before, net.parameters(), ReferenceEqualityComparer.Instance);
        Assert.All(net.parameters(), p => Assert.Equal(ScalarType.Float64, p.dtype));
        Assert.Equal(ScalarType.Float64, before[0].grad!.dtype);
        Assert.Equal(ScalarType.Int64, net.get_buffer("1.num_batches_tracked")!.dtype);
        net.call(randn(4, 2, float64)).sum().backward();
        Assert.Equal(ScalarType.Float32, net.@float().parameters().First().dtype);
        Assert.Throws<ArgumentException>(() => net.to(int64));
        Assert.Throws<InvalidOperationException>(() => net.cuda());
    }

    [Fact]
    public void Zero_grad_drops_or_clears_the_gradients()
    {
        using var linear = Linear(2, 1);
        linear.call(ones(1, 2)).sum().backward();
        linear.zero_grad(set_to_none: false);
        Close.To([0, 0], linear.weight.grad!);
        linear.zero_grad();
        Assert.Null(linear.weight.grad);
    }

    [Fact]
    public void A_disposed_module_frees_its_tensors()
    {
        var before = Live;
        var model = new TinyModel();
        Assert.Equal(before + 11, Live);
        model.Dispose();
        Assert.Equal(before, Live);
    }

    [Fact]
    public void Training_learns_with_a_constant_number_of_live_tensors()
    {
        manual_seed(1);
        using var model = new TinyModel();
        using var adam = optim.AdamW(model.parameters(), 0.03);
        var scheduler = optim.lr_scheduler.CosineAnnealingLR(adam, 60);
        var live = new List<long>();
        var losses = new List<float>();
        for (var step = 0; step < 60; step++)
        {
            using var scope = NewDisposeScope();
            var input = (arange(20).view(2, 10) * 5) % 12;
            var target = (input + 5) % 12;
            adam.zero_grad();
            var loss = functional.cross_entropy(model.call(input).view(-1, 12), target.view(-1));
            loss.backward();
            nn.utils.clip_grad_norm_(model.parameters(), 1);
            adam.step();
            scheduler.step();
            losses.Add(loss.item<float>());
            scope.DisposeEverything();
            live.Add(Live);
        }
        Assert.InRange(losses[0], 2.2f, 2.8f);
        Assert.InRange(losses[^1], 0, 0.2f);
        Assert.Equal(live[1], live[^1]);
    }
}
