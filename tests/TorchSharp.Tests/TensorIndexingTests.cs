using static TorchSharp.torch.TensorIndex;

namespace TorchSharp.Tests;

public class TensorIndexingTests
{
    private readonly Tensor _t = arange(24).view(2, 3, 4);

    private static long[] Values(Tensor tensor) => tensor.data<long>().ToArray();

    [Fact]
    public void Numbers_pick_one_place()
    {
        Assert.Equal(23, _t[1, 2, 3].item<long>());
        Assert.Equal(23, _t[-1, -1, -1].item<long>());
        Assert.Equal([3, 4], _t[0].shape);
        Assert.Equal([20L, 21, 22, 23], Values(_t[1, 2]));
        Assert.Equal(7, _t[new long[] { 0, 1, 3 }].item<long>());
    }

    [Fact]
    public void Slices_keep_their_axis()
    {
        Assert.Equal([2, 2, 4], _t[Colon, Slice(1)].shape);
        Assert.Equal([5L, 7], Values(_t[Single(0), Single(1), Slice(1, null, 2)]));
        Assert.Equal([2, 3, 1], _t[Colon, Colon, ^1..].shape);
        Assert.Equal([2, 3, 2], _t[Ellipsis, 1..3].shape);
        Assert.Equal([3L, 7, 11], Values(_t[Single(0), Ellipsis, Single(3)]));
        Assert.Equal([2, 1, 3, 4], _t[Colon, None].shape);
    }

    [Fact]
    public void Tensors_pick_many_places()
    {
        var rows = tensor(new[] { 1L, 0 });
        var columns = tensor(new[] { 2L, 1 });
        Assert.Equal([1L, 2, 3], Values(arange(4)[tensor(new[] { 1L, 2, 3 })]));
        Assert.Equal([20L, 21, 22, 23, 4, 5, 6, 7], Values(_t[rows, columns]));
        Assert.Equal([14L, 1], Values(_t[TensorIndex.Tensor(rows), Single(0), TensorIndex.Tensor(columns)]));
        Assert.Equal([2, 2, 4], _t[Colon, TensorIndex.Tensor(columns)].shape);
        Assert.Equal([8L, 20], Values(_t[Colon, TensorIndex.Tensor(columns), Single(0)][Colon, Single(0)]));
    }

    [Fact]
    public void A_mask_picks_where_it_is_true()
    {
        Assert.Equal([20L, 21, 22, 23], Values(_t[_t > 19]));
        var mask = tensor(new[,] { { true, false, false }, { false, false, true } });
        Assert.Equal([3L, 23], Values(_t[TensorIndex.Tensor(mask), Single(3)]));
        Assert.Equal([20L, 21, 22, 23], Values(_t.masked_select(_t > 19)));
    }

    [Fact]
    public void Assignment_changes_the_tensor()
    {
        var t = zeros(2, 3);
        t[1, 2] = tensor(5f);
        t[0] = tensor(new[] { 1f, 2, 3 });
        t[Colon, Slice(0, 1)] = tensor(9f);
        Close.To([9, 2, 3, 9, 0, 5], t);
        t[t > 8] = tensor(-1f);
        Close.To([-1, 2, 3, -1, 0, 5], t);
        t.index_put_(tensor(10f), [TensorIndex.Tensor(tensor(new[] { 0L, 0 })), Single(1)], accumulate: true);
        Close.To([-1, 22, 3, -1, 0, 5], t);
        t.index_put_(4, Single(1), Single(1));
        Assert.Equal(4, t[1, 1].item<float>());
    }

    [Fact]
    public void Gather_and_scatter_are_inverse()
    {
        var order = tensor(new[,] { { 2L, 0, 1 }, { 0, 2, 1 } });
        var t = tensor(new[,] { { 1f, 2, 3 }, { 4, 5, 6 } });
        var picked = t.gather(1, order);
        Close.To([3, 1, 2, 4, 6, 5], picked);
        Close.To(t, zeros(2, 3).scatter(1, order, picked));
        Close.To([3, 3, 4, 3], zeros(4).scatter_add(0, tensor(new[] { 0L, 1, 2, 3, 0, 2 }), tensor(new[] { 1f, 3, 1, 3, 2, 3 })));
        Close.To([2, 1], tensor(new[] { 1f, 2 }).take(tensor(new[] { 1L, 0 })));
    }

    [Fact]
    public void Whole_rows_are_selected_added_and_filled()
    {
        var t = tensor(new[,] { { 1f, 2 }, { 3, 4 }, { 5, 6 } });
        var rows = tensor(new[] { 2L, 0 });
        Close.To([5, 6, 1, 2], t.index_select(0, rows));
        Close.To([11, 12, 3, 4, 15, 16], t.index_add(0, rows, full(2, 2, 10.0), 1));
        Close.To([0, 0, 3, 4, 0, 0], t.index_fill(0, rows, 0));
        Close.To([7, 7, 3, 4, 7, 7], t.index_copy(0, rows, full(2, 2, 7.0)));
    }

    [Fact]
    public void Where_and_masked_fill_choose_by_condition()
    {
        var t = tensor(new[] { -1f, 2, -3 });
        Close.To([0, 2, 0], where(t > 0, t, zeros(3)));
        Close.To([double.NegativeInfinity, 2, double.NegativeInfinity], t.masked_fill(t < 0, double.NegativeInfinity));
        Assert.Equal([1L], Values(where(t > 0)[0]));
        Assert.Equal([1L], Values((t > 0).nonzero().view(-1)));
    }

    [Fact]
    public void An_index_outside_is_refused()
    {
        var error = Assert.Throws<ExternalException>(() => _t[2]);
        Assert.Contains("out of range", error.Message);
    }
}
