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
    public void Unknown_parameters_and_null_pointers_are_refused()
    {
        EntryErrors.Clear();
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
        Assert.Equal(0, EntryErrors.Count);
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

    [Fact]
    public void Units_and_programs_are_listed_as_declared()
    {
        EntryErrors.Clear();
        var units = (UnitInfoTable**)_raw.Query(InterfaceIds.UnitInfo);
        UnitInfo unit;
        ProgramListInfo list;
        Utf16Text128 name = default;
        int id = 7;
        Assert.Equal((2, 1), ((*units)->GetUnitCount(units), (*units)->GetProgramListCount(units)));
        Assert.Equal(Result.Ok, (*units)->GetUnitInfo(units, 0, &unit));
        Assert.Equal((0, -1, "Toy", 5), (unit.Id, unit.ParentId, unit.Name.ToString(), unit.ProgramListId));
        Assert.Equal(Result.Ok, (*units)->GetUnitInfo(units, 1, &unit));
        Assert.Equal((2, 0, "Group", -1), (unit.Id, unit.ParentId, unit.Name.ToString(), unit.ProgramListId));
        Assert.Equal(Result.Ok, (*units)->GetProgramListInfo(units, 0, &list));
        Assert.Equal((5, "Bank", 2), (list.Id, list.Name.ToString(), list.ProgramCount));
        Assert.Equal(Result.Ok, (*units)->GetProgramName(units, 5, 1, (char*)&name));
        Assert.Equal("Second", name.ToString());
        Assert.Equal(Result.Ok, (*units)->GetUnitByBus(units, 1, 0, 0, 3, &id));
        Assert.Equal(0, id);
        foreach (int refused in (int[])
            [
                (*units)->GetUnitInfo(units, 2, &unit), (*units)->GetUnitInfo(units, 0, null),
                (*units)->GetProgramListInfo(units, 1, &list),
                (*units)->GetProgramListInfo(units, 0, null), (*units)->GetProgramName(units, 6, 0, (char*)&name),
                (*units)->GetProgramName(units, 5, 2, (char*)&name), (*units)->GetProgramName(units, 5, 0, null),
                (*units)->GetUnitByBus(units, 1, 0, 0, 3, null),
            ])
            Assert.Equal(Result.InvalidArgument, refused);
        Assert.Equal(0, EntryErrors.Count);
        HostUnknown.Release(units);
    }
}
