namespace TorchSharp.Tests;

public class TensorShapeTests
{
    private readonly Tensor _t = arange(24).view(2, 3, 4);

    [Fact]
    public void Views_share_memory()
    {
        var t = zeros(2, 3);
        t.view(6)[5] = tensor(9f);
        Assert.Equal(9, t[1, 2].item<float>());
        Assert.Equal([3, 2], t.reshape(3, -1).shape);
        Assert.Equal([6], t.flatten().shape);
        Assert.Equal([2, 3, 1], t.unflatten(1, 3, 1).shape);
    }

    [Fact]
    public void Axes_change_places()
    {
        Assert.Equal([4, 3, 2], _t.transpose(0, 2).shape);
        Assert.Equal(_t[1, 2, 3].item<long>(), _t.permute(2, 0, 1)[3, 1, 2].item<long>());
        Assert.Equal([3, 4, 2], movedim(_t, 0, 2).shape);
        Assert.Equal([4, 3], _t[0].t().shape);
        Assert.Equal([2, 4, 3], _t.mT.shape);
        Assert.Equal([4, 3, 2], _t.T.shape);
    }

    [Fact]
    public void Axes_of_one_come_and_go()
    {
        Assert.Equal([2, 1, 3, 4], _t.unsqueeze(1).shape);
        Assert.Equal([2, 3, 4], _t.unsqueeze(1).squeeze(1).shape);
        Assert.Equal([2, 3, 4], _t.unsqueeze(0).unsqueeze(-1).squeeze().shape);
    }

    [Fact]
    public void Pieces_are_cut_and_joined()
    {
        Assert.Equal([2, 2, 4], _t.narrow(1, 1, 2).shape);
        Assert.Equal([4L, 6], _t[0].slice(1, 0, 4, 2)[1].data<long>().ToArray());
        Assert.Equal([3, 2], arange(5).split(3).Select(piece => piece.numel()));
        Assert.Equal([1, 3, 1], arange(5).split([1, 3, 1]).Select(piece => piece.numel()));
        Assert.Equal([2, 2, 1], arange(5).chunk(3).Select(piece => piece.numel()));
        Assert.Equal(3, _t.unbind(1).Length);
        Assert.True(cat(_t.unbind(1).Select(row => row.unsqueeze(1)).ToArray(), 1).Equals(_t));
        Assert.True(stack(_t.unbind(1), 1).Equals(_t));
        Assert.Equal([4, 3, 4], cat([_t, _t]).shape);
    }

    [Fact]
    public void Repetition_and_order()
    {
        Close.To([0, 1, 0, 1], arange(2).repeat(2));
        Close.To([0, 0, 1, 1], arange(2).repeat_interleave(2));
        Assert.Equal([3, 2], arange(2).expand(3, 2).shape);
        Assert.Equal([3, 2], arange(2).broadcast_to(3, 2).shape);
        Close.To([2, 1, 0], arange(3).flip(0));
        Close.To([2, 0, 1], arange(3).roll(1));
        Assert.Equal([4], arange(2).tile([2]).shape);
    }

    [Fact]
    public void Triangles()
    {
        Close.To([1, 0, 1, 1], ones(2, 2).tril());
        Close.To([0, 1, 0, 0], ones(2, 2).triu(1));
        Close.To([0, 3], arange(4).view(2, 2).diagonal());
        Close.To([5, 0, 0, 6], tensor(new[] { 5, 6 }).diag());
    }

    [Fact]
    public void A_shape_that_does_not_fit_is_refused_by_name()
    {
        var error = Assert.Throws<ExternalException>(() => _t.view(5, 5));
        Assert.Contains("shape '[5, 5]' is invalid for input of size 24", error.Message);
    }
}
