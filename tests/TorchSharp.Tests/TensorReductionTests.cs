namespace TorchSharp.Tests;

public class TensorReductionTests
{
    private readonly Tensor _t = tensor(new[,] { { 1.0, 5, 2 }, { 4, 0.5, 6 } });

    [Fact]
    public void Sums_means_and_products()
    {
        Close.To([18.5], _t.sum());
        Close.To([5, 5.5, 8], _t.sum(dim: 0));
        Close.To([8, 10.5], _t.sum(-1));
        Assert.Equal([2, 1], _t.sum(1, keepdim: true).shape);
        Close.To([18.5], _t.sum([0, 1]));
        Close.To([18.5 / 6], _t.mean());
        Close.To([8.0 / 3, 3.5], _t.mean([1]));
        Close.To([10, 12], _t.prod(1));
        Close.To([1, 6, 8, 4, 4.5, 10.5], _t.cumsum(1));
        Close.To([1, 5, 10, 4, 2, 12], _t.cumprod(1));
        Assert.Equal(ScalarType.Int64, (_t > 1).sum().dtype);
    }

    [Fact]
    public void Spread()
    {
        Close.To([4.5], _t[TensorIndex.Colon, TensorIndex.Single(0)].var());
        Close.To([Math.Sqrt(2.25)], tensor(new[] { 1.0, 4 }).std(unbiased: false));
        Close.To([26.0 / 9, 15.5 / 3], _t.var(1, unbiased: false));
        var (deviation, mean) = _t.std_mean(1);
        Close.To([8.0 / 3, 3.5], mean);
        Close.To([Math.Sqrt(13.0 / 3), Math.Sqrt(7.75)], deviation);
    }

    [Fact]
    public void Extremes_and_their_places()
    {
        Assert.Equal(6, _t.max().item<double>());
        var (values, places) = _t.max(1);
        Close.To([5, 6], values);
        Close.To([1, 2], places);
        Close.To([1, 0.5], _t.min(1).values);
        Close.To([0, 1], _t.argmin(1));
        Assert.Equal(5, _t.argmax().item<long>());
        Close.To([4, 5, 6], _t.amax([0]));
        Close.To([1, 0.5], amin(_t, [1]));
        Close.To([2, 5, 3, 4, 3, 6], _t.max(tensor(new[,] { { 2.0, 3, 3 }, { 1, 3, 4 } })));
    }

    [Fact]
    public void Order()
    {
        var (values, places) = _t.topk(2, 1);
        Close.To([5, 2, 6, 4], values);
        Close.To([1, 2, 2, 0], places);
        Close.To([1, 2, 5, 0.5, 4, 6], _t.sort(1).Values);
        Close.To([1, 2, 0, 2, 0, 1], _t.argsort(1, descending: true));
        Close.To([2, 1, 0, 1], tensor(new[] { 0L, 3, 0, 1 }).bincount(null));
        Assert.Equal(2, _t.median().item<double>());
        Assert.Equal(2, (_t > 4).count_nonzero().item<long>());
    }

    [Fact]
    public void Norms()
    {
        Close.To([Math.Sqrt(1 + 25 + 4 + 16 + 0.25 + 36)], _t.norm());
        Close.To([8, 10.5], _t.norm(1, p: 1));
        Close.To([1, 0, 0, 1], nn.functional.normalize(tensor(new[,] { { 5.0, 0 }, { 0, 3 } })));
    }

    [Fact]
    public void Exponential_sums_are_stable()
    {
        var large = tensor(new[,] { { 1000.0, 1001 }, { -1000, -1000 } });
        Close.To([1001 + Math.Log(1 + Math.Exp(-1)), -1000 + Math.Log(2)], large.logsumexp(1), 1e-12);
        Close.To([0.5, 0.5], large.softmax(1)[1]);
        Close.To([-Math.Log(1 + Math.E), -Math.Log(1 + Math.Exp(-1))], large.log_softmax(1)[0], 1e-12);
        Close.To([1, 1 + Math.Log(1 + Math.Exp(-1))], tensor(new[] { 1.0, 0 }).logcumsumexp(0));
    }

    [Fact]
    public void Reductions_have_gradients()
    {
        Gradient.Check(t => t.sum(dim: 0), _t);
        Gradient.Check(t => t.mean([1], keepdim: true), _t);
        Gradient.Check(t => t.prod(1), _t);
        Gradient.Check(t => t.cumsum(1), _t);
        Gradient.Check(t => t.var(1), _t);
        Gradient.Check(t => t.std(), _t);
        Gradient.Check(t => t.max(1).values, _t);
        Gradient.Check(t => t.amax([1]), _t);
        Gradient.Check(t => t.topk(2).values, _t);
        Gradient.Check(t => t.norm(), _t);
        Gradient.Check(t => t.logsumexp(1), _t);
        Gradient.Check(t => t.softmax(1), _t);
        Gradient.Check(t => t.log_softmax(0), _t);
        Gradient.Check(t => t.logcumsumexp(1), _t);
    }
}
