namespace TorchSharp.Tests;

public class TensorDataTests
{
    [Fact]
    public void Elements_are_read_and_written_in_place()
    {
        var t = tensor(new[,] { { 1f, 2, 3 }, { 4, 5, 6 } });
        var data = t.data<float>();
        Assert.Equal(6, data.Count);
        Assert.Equal(6, data[1, 2]);
        Assert.Equal(4, data[3]);
        data[1, 0] = 40;
        Close.To([1, 2, 3, 40, 5, 6], t);
        data.CopyFrom([7, 8], 0, 1);
        Close.To([1, 7, 8, 40, 5, 6], t);
    }

    [Fact]
    public void A_transposed_view_is_read_in_the_order_of_its_own_dimensions()
    {
        var t = tensor(new[,] { { 1L, 2, 3 }, { 4, 5, 6 } }).t();
        Assert.Equal([1L, 4, 2, 5, 3, 6], t.data<long>().ToArray());
        Assert.Equal([1L, 4, 2, 5, 3, 6], t.data<long>());
        Assert.Equal(5, t.data<long>()[1, 1]);
        t.data<long>()[2, 0] = 30;
        Assert.Equal(30, t[2, 0].item<long>());
        Assert.Equal(new[,] { { 1L, 4 }, { 2, 5 }, { 30, 6 } }, t.data<long>().ToNDArray());
    }

    [Fact]
    public void Part_of_a_tensor_is_copied_out()
    {
        var target = new int[4];
        arange(10, int32).data<int>().CopyTo(target, 1, 7);
        Assert.Equal([0, 7, 8, 9], target);
    }

    [Fact]
    public void Places_outside_the_tensor_are_refused()
    {
        var data = zeros(2, 3).data<float>();
        Assert.Throws<IndexOutOfRangeException>(() => data[6]);
        Assert.Throws<IndexOutOfRangeException>(() => data[0, 3]);
        Assert.Throws<ArgumentException>(() => data[0, 0, 0]);
    }

    [Fact]
    public void The_wrong_element_type_is_refused_with_both_names()
    {
        Assert.Contains("Double is not compatible with Float32", Assert.Throws<ArgumentException>(() => zeros(1).item<double>()).Message);
        Assert.Contains("Single is not compatible with Int64", Assert.Throws<ArgumentException>(() => arange(3).data<float>()).Message);
        Assert.Throws<ArgumentException>(() => zeros(2).item<float>());
    }

    [Fact]
    public void Numbers_are_converted_on_request()
    {
        var t = tensor(3.75);
        Assert.Equal(3.75, t.item<double>());
        Assert.Equal(3, t.ToInt32());
        Assert.Equal(3.75f, (float)t);
        Assert.Equal(3, (long)t);
        Assert.True(t.ToBoolean());
        Assert.Throws<ArgumentException>(() => ones(2).ToSingle());
    }

    [Fact]
    public void Bytes_are_the_memory_itself()
    {
        var t = tensor(new[] { 1, 2 });
        t.bytes[4] = 7;
        Assert.Equal(7, t[1].item<int>());
        t.bytes = new byte[] { 1, 1, 0, 0, 2, 0, 0, 0 };
        Close.To([257, 2], t);
        Assert.Throws<ArgumentException>(() => t.bytes = new byte[3]);
    }

    [Theory]
    [InlineData(ScalarType.Int64)]
    [InlineData(ScalarType.Bool)]
    [InlineData(ScalarType.Float64)]
    public void Conversion_gives_the_asked_type(ScalarType type)
    {
        var converted = tensor(new[] { 0f, 1, 1 }).to(type);
        Assert.Equal(type, converted.dtype);
        Close.To([0, 1, 1], converted);
    }

    [Fact]
    public void Properties_tell_shape_strides_and_type()
    {
        var t = zeros(2, 3, 4).transpose(0, 2);
        Assert.Equal([4, 3, 2], t.shape);
        Assert.Equal([1, 4, 12], t.stride());
        Assert.Equal(3, t.ndim);
        Assert.Equal(24, t.numel());
        Assert.Equal(2, t.size(-1));
        Assert.False(t.is_contiguous());
        Assert.True(t.contiguous().is_contiguous());
        Assert.Equal(4, t.element_size());
        Assert.Equal("[4x3x2], type = Float32, device = cpu", t.ToString());
        Assert.Throws<ArgumentOutOfRangeException>(() => t.size(3));
    }
}
