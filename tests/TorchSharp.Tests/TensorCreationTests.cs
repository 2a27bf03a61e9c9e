namespace TorchSharp.Tests;

public class TensorCreationTests
{
    [Fact]
    public void Zeros_ones_and_full_have_the_shape_and_the_default_type()
    {
        Assert.Equal([2, 3], zeros(2, 3).shape);
        Assert.Equal(ScalarType.Float32, zeros(2, 3).dtype);
        Close.To([0, 0], zeros(2));
        Close.To([1, 1, 1, 1], ones(2L, 2L));
        Close.To([7, 7, 7], full(3, 7.0));
        Assert.Equal([1, 2, 3, 4], empty(1, 2, 3, 4).shape);
        Assert.Equal([5], ones(new long[] { 5 }, int64).shape);
        Assert.Equal(ScalarType.Int64, ones(new long[] { 5 }, int64).dtype);
    }

    [Fact]
    public void Arrays_of_every_rank_keep_their_order()
    {
        Close.To([1, 2, 3], tensor(new float[] { 1, 2, 3 }));
        Close.To([1, 2, 3, 4], tensor(new[,] { { 1L, 2 }, { 3, 4 } }));
        var cube = tensor(new[,,] { { { 1.0, 2 }, { 3, 4 } }, { { 5, 6 }, { 7, 8 } } });
        Assert.Equal([2, 2, 2], cube.shape);
        Close.To([1, 2, 3, 4, 5, 6, 7, 8], cube);
        Assert.Equal([1, 1, 1, 2], tensor(new[,,,] { { { { 1, 2 } } } }).shape);
    }

    [Fact]
    public void A_flat_list_takes_the_given_dimensions()
    {
        var fromList = tensor(new List<float> { 1, 2, 3, 4, 5, 6 }, 2, 3);
        Assert.Equal([2, 3], fromList.shape);
        Close.To([1, 2, 3, 4, 5, 6], fromList);
        Assert.Equal([3, 2], tensor(new long[] { 1, 2, 3, 4, 5, 6 }, [3, 2]).shape);
    }

    [Fact]
    public void Element_types_follow_the_array_unless_asked_otherwise()
    {
        Assert.Equal(ScalarType.Bool, tensor(new[] { true, false }).dtype);
        Assert.Equal(ScalarType.Byte, tensor(new byte[] { 1 }).dtype);
        Assert.Equal(ScalarType.Int8, tensor(new sbyte[] { 1 }).dtype);
        Assert.Equal(ScalarType.Int16, tensor(new short[] { 1 }).dtype);
        Assert.Equal(ScalarType.Int32, tensor(new[] { 1 }).dtype);
        Assert.Equal(ScalarType.Int64, tensor(new[] { 1L }).dtype);
        Assert.Equal(ScalarType.Float32, tensor(new[] { 1f }).dtype);
        Assert.Equal(ScalarType.Float64, tensor(new[] { 1.0 }).dtype);
        Assert.Equal(ScalarType.Float32, tensor(new[] { 1L, 2 }, float32).dtype);
        Assert.Equal([], tensor(3.5f).shape);
    }

    [Fact]
    public void Ranges_of_whole_numbers_are_whole_and_others_are_not()
    {
        Assert.Equal(ScalarType.Int64, arange(5).dtype);
        Close.To([0, 1, 2, 3, 4], arange(5));
        Close.To([2, 4, 6], arange(2, 8, 2));
        Assert.Equal(ScalarType.Float32, arange(0, 1, 0.25).dtype);
        Close.To([0, 0.25, 0.5, 0.75], arange(0, 1, 0.25));
        Close.To([0, 0.5, 1], linspace(0, 1, 3));
        Close.To([1, 0, 0, 0, 1, 0], eye(2, 3));
    }

    [Fact]
    public void Likes_take_shape_and_type_of_their_model()
    {
        var model = tensor(new[,] { { 1.0, 2 } });
        Close.To([0, 0], zeros_like(model));
        Close.To([1, 1], ones_like(model));
        Close.To([9, 9], full_like(model, 9));
        Assert.Equal(ScalarType.Float64, rand_like(model).dtype);
        Assert.Equal(ScalarType.Float32, randn_like(model, float32).dtype);
        Assert.Equal([1, 2], empty_like(model).shape);
    }

    [Fact]
    public void A_leaf_can_be_made_to_require_a_gradient()
    {
        Assert.True(zeros(2, requires_grad: true).requires_grad);
        Assert.False(zeros(2).requires_grad);
    }

    [Fact]
    public void Too_few_numbers_for_the_shape_are_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => tensor(new[] { 1f, 2 }, [3]));
        Assert.Contains("expected 3, got 2", error.Message);
    }

    [Fact]
    public void A_device_that_is_not_there_is_refused()
    {
        Assert.False(cuda.is_available());
        Assert.Contains("CUDA", Assert.Throws<NotSupportedException>(() => zeros(2, device: CUDA)).Message);
        Assert.Equal("cpu", zeros(2).device.ToString());
        Assert.Equal(DeviceType.CUDA, device("cuda:1").type);
        Assert.Equal(1, device("cuda:1").index);
        Assert.Throws<ArgumentException>(() => device("gpu"));
    }

    [Fact]
    public void An_array_of_unknown_type_is_read_by_its_elements()
    {
        Array array = new[,] { { 1, 2 }, { 3, 4 } };
        Assert.Equal(ScalarType.Int32, from_array(array).dtype);
        Assert.Equal([2, 2], from_array(array).shape);
        Assert.Throws<NotSupportedException>(() => from_array(new[] { "a" }));
    }
}
