using static TorchSharp.torch.nn;

namespace TorchSharp.Tests;

public class SaveLoadTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    public void Dispose()
    {
        File.Delete(_file);
        GC.SuppressFinalize(this);
    }

    [Fact]
    public void A_model_comes_back_as_it_was()
    {
        using var model = new TinyModel();
        using var other = new TinyModel();
        var input = arange(5).view(1, 5);
        Assert.False(model.call(input).allclose(other.call(input)));
        model.save(_file);
        var loaded = new Dictionary<string, bool>();
        other.load(_file, loadedParameters: loaded);
        Assert.True(model.call(input).Equals(other.call(input)));
        Assert.Equal(11, loaded.Count);
        Assert.All(loaded.Values, Assert.True);
    }

    [Fact]
    public void The_file_holds_names_types_shapes_and_bytes()
    {
        using var linear = Linear(new Modules.Parameter(tensor(new[,] { { 1f, 2 } })), new Modules.Parameter(tensor(new[] { 3f })));
        linear.save(_file);
        byte[] expected =
        [
            2,
            6, .. "weight"u8, 6, 2, 1, 2, 0, 0, 0x80, 0x3f, 0, 0, 0, 0x40,
            4, .. "bias"u8, 6, 1, 1, 0, 0, 0x40, 0x40,
        ];
        Assert.Equal(expected, File.ReadAllBytes(_file));
    }

    [Fact]
    public void Another_architecture_is_refused()
    {
        using var linear = Linear(2, 2);
        linear.save(_file);
        using var smaller = Linear(2, 2, hasBias: false);
        using var wider = Linear(3, 2);
        using var precise = Linear(2, 2, dtype: float64);
        using var named = Sequential(("x", Linear(2, 2)));
        Assert.Contains("expected 1, but found 2", Assert.Throws<ArgumentException>(() => smaller.load(_file)).Message);
        Assert.Contains("[2, 2]", Assert.Throws<ArgumentException>(() => wider.load(_file)).Message);
        Assert.Contains("Float64", Assert.Throws<ArgumentException>(() => precise.load(_file)).Message);
        Assert.Contains("'weight'", Assert.Throws<ArgumentException>(() => named.load(_file)).Message);
        Assert.Throws<FileNotFoundException>(() => linear.load(_file + ".none"));
    }

    [Fact]
    public void Entries_can_be_left_out_and_passed_over()
    {
        using var source = Linear(2, 2);
        source.save(_file);
        using var target = Linear(2, 2);
        var bias = Close.Values(target.bias!);
        target.load(_file, skip: ["bias"]);
        Close.To(source.weight, target.weight);
        Close.To(bias, target.bias!);
        source.save(_file, skip: ["weight"]);
        using var third = Linear(2, 2);
        third.load(_file, strict: false);
        Close.To(source.bias!, third.bias!);
        using var unbiased = Linear(2, 2, hasBias: false);
        unbiased.load(_file, strict: false);
    }

    [Fact]
    public void State_goes_from_module_to_module()
    {
        using var source = Linear(2, 2);
        using var target = Linear(2, 2);
        var (missing, unexpected) = target.load_state_dict(source.state_dict());
        Assert.Empty(missing);
        Assert.Empty(unexpected);
        Close.To(source.weight, target.weight, 0);
        using var smaller = Linear(2, 2, hasBias: false);
        Assert.Contains(
            "Unexpected: bias", Assert.Throws<InvalidOperationException>(() => smaller.load_state_dict(source.state_dict())).Message);
        Assert.Equal(["bias"], smaller.load_state_dict(source.state_dict(), strict: false).unexpected_keyes);
        Assert.Same(source.weight, source.state_dict()["weight"]);
    }

    [Fact]
    public void Streams_serve_as_files()
    {
        using var source = Linear(2, 2);
        var memory = new MemoryStream();
        source.save(memory);
        using var target = Linear(2, 2);
        target.load(new MemoryStream(memory.ToArray()));
        Close.To(source.weight, target.weight, 0);
    }

    [Theory]
    [InlineData(ScalarType.Bool)]
    [InlineData(ScalarType.Int64)]
    [InlineData(ScalarType.Float32)]
    [InlineData(ScalarType.Float64)]
    public void A_tensor_of_any_type_comes_back(ScalarType type)
    {
        var t = arange(300).view(3, 100).t().to(type);
        t.Save(_file);
        using var file = new BinaryReader(File.OpenRead(_file));
        var read = TensorExtensionMethods.Load(file);
        Assert.Equal(type, read.dtype);
        Assert.True(t.Equals(read));
    }

    [Fact]
    public void A_file_of_something_else_is_refused()
    {
        File.WriteAllText(_file, "not a tensor at all");
        Assert.Contains("not a saved tensor", Assert.Throws<InvalidDataException>(() => Tensor.Load(_file)).Message);
    }

    [Fact]
    public void Half_a_file_is_refused()
    {
        ones(100).Save(_file);
        File.WriteAllBytes(_file, File.ReadAllBytes(_file)[..50]);
        Assert.Throws<EndOfStreamException>(() => Tensor.Load(_file));
    }
}
