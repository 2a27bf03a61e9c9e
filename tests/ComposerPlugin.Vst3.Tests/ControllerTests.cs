namespace ComposerPlugin.Vst3.Tests;

public sealed unsafe class ControllerTests : IDisposable
{
    private const uint Unknown = 99;

    private readonly RawPlugin _raw = new();

    public void Dispose() => _raw.Dispose();

    private EditControllerTable** Controller => _raw.Controller;

    [Fact]
    public void Parameters_are_described_as_declared()
    {
        ParameterInfo info;
        Assert.Equal(2, (*Controller)->GetParameterCount(Controller));
        Assert.Equal(Result.Ok, (*Controller)->GetParameterInfo(Controller, 0, &info));
        Assert.Equal(ToyPlugin.Level, info.Id);
        Assert.Equal(("Level", "Lvl", "dB"), (info.Title.ToString(), info.ShortTitle.ToString(), info.Units.ToString()));
        Assert.Equal((0.5, ParameterFlags.CanAutomate), (info.DefaultNormalized, info.Flags));
        Assert.Equal(Result.InvalidArgument, (*Controller)->GetParameterInfo(Controller, 2, &info));
        Assert.Equal(Result.InvalidArgument, (*Controller)->GetParameterInfo(Controller, -1, &info));
        Assert.Equal(Result.InvalidArgument, (*Controller)->GetParameterInfo(Controller, 0, null));
    }

    [Theory]
    [InlineData(0.25, 0.25)]
    [InlineData(-3, 0)]
    [InlineData(7, 1)]
    [InlineData(double.NaN, 0)]
    public void Values_are_limited(double given, double taken)
    {
        Assert.Equal(Result.Ok, (*Controller)->SetParamNormalized(Controller, ToyPlugin.Level, given));
        Assert.Equal(taken, (*Controller)->GetParamNormalized(Controller, ToyPlugin.Level));
    }

    [Fact]
    public void Text_and_value_are_converted_both_ways()
    {
        Utf16Text128 text = default;
        double value = 0;
        Assert.Equal(Result.Ok, (*Controller)->GetParamStringByValue(Controller, ToyPlugin.Level, 0.25, (char*)&text));
        Assert.Equal("2.5", text.ToString());
        Assert.Equal(Result.Ok, (*Controller)->GetParamValueByString(Controller, ToyPlugin.Level, (char*)&text, &value));
        Assert.Equal(0.25, value);
        text = "loud";
        Assert.Equal(Result.False, (*Controller)->GetParamValueByString(Controller, ToyPlugin.Level, (char*)&text, &value));
        Assert.Equal(5, (*Controller)->NormalizedParamToPlain(Controller, ToyPlugin.Level, 0.5));
        Assert.Equal(0.5, (*Controller)->PlainParamToNormalized(Controller, ToyPlugin.Level, 5));
        Assert.Equal(1, (*Controller)->PlainParamToNormalized(Controller, ToyPlugin.Level, 50));
    }

    [Fact]
    public void Unknown_parameters_and_null_places_do_no_harm()
    {
        Faults.Clear();
        Utf16Text128 text = default;
        double value = 0;
        Assert.Equal(Result.InvalidArgument, (*Controller)->SetParamNormalized(Controller, Unknown, 0.5));
        Assert.Equal(0, (*Controller)->GetParamNormalized(Controller, Unknown));
        Assert.Equal(0.5, (*Controller)->NormalizedParamToPlain(Controller, Unknown, 0.5));
        Assert.Equal(0.5, (*Controller)->PlainParamToNormalized(Controller, Unknown, 0.5));
        Assert.Equal(Result.InvalidArgument, (*Controller)->GetParamStringByValue(Controller, Unknown, 0, (char*)&text));
        Assert.Equal(Result.InvalidArgument, (*Controller)->GetParamStringByValue(Controller, ToyPlugin.Level, 0, null));
        Assert.Equal(Result.InvalidArgument, (*Controller)->GetParamValueByString(Controller, Unknown, (char*)&text, &value));
        Assert.Equal(Result.InvalidArgument, (*Controller)->GetParamValueByString(Controller, ToyPlugin.Level, null, &value));
        Assert.Equal(Result.InvalidArgument, (*Controller)->SetComponentState(Controller, null));
        Assert.Equal(Result.InvalidArgument, (*Controller)->SetState(Controller, null));
        Assert.Equal(Result.InvalidArgument, (*Controller)->GetState(Controller, null));
        Assert.Equal(Result.Ok, (*Controller)->SetComponentHandler(Controller, null));
        Assert.True((*Controller)->CreateView(Controller, null) == null);
        Assert.Equal(0, Faults.Count);
    }

    [Fact]
    public void Controllers_find_their_parameter()
    {
        var mapping = (MidiMappingTable**)_raw.Query(InterfaceIds.MidiMapping);
        uint id = 0;
        Assert.Equal(Result.Ok, (*mapping)->GetMidiControllerAssignment(mapping, 0, 3, 64, &id));
        Assert.Equal(ToyPlugin.Level, id);
        Assert.Equal(Result.False, (*mapping)->GetMidiControllerAssignment(mapping, 0, 4, 64, &id));
        Assert.Equal(Result.InvalidArgument, (*mapping)->GetMidiControllerAssignment(mapping, 0, 3, 64, null));
        HostUnknown.Release(mapping);
    }
}
