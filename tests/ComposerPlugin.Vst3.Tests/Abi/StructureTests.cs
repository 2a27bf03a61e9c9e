using System.Runtime.CompilerServices;

namespace ComposerPlugin.Vst3.Tests;

/// <summary>Sizes and offsets against those that a C++ compiler gives for the SDK headers (3.7.2, 64-bit).</summary>
public unsafe class StructureTests
{
    [Fact]
    public void ProcessSetup_is_laid_out_as_in_the_SDK()
    {
        ProcessSetup s = default;
        Assert.Equal(24, sizeof(ProcessSetup));
        Assert.Equal(
            [0, 4, 8, 16],
            [
                At(ref s, ref s.Mode), At(ref s, ref s.SampleSize), At(ref s, ref s.MaxFrames), At(ref s, ref s.SampleRate),
            ]);
    }

    [Fact]
    public void AudioBusBuffers_is_laid_out_as_in_the_SDK()
    {
        AudioBusBuffers s = default;
        Assert.Equal(24, sizeof(AudioBusBuffers));
        Assert.Equal([0, 8, 16], [At(ref s, ref s.ChannelCount), At(ref s, ref s.SilenceFlags), At(&s, &s.Channels)]);
    }

    [Fact]
    public void ProcessData_is_laid_out_as_in_the_SDK()
    {
        ProcessData s = default;
        Assert.Equal(80, sizeof(ProcessData));
        Assert.Equal(
            [0, 4, 8, 12, 16, 24, 32, 40, 48, 56, 64, 72],
            [
                At(ref s, ref s.Mode), At(ref s, ref s.SampleSize), At(ref s, ref s.Frames), At(ref s, ref s.InputCount),
                At(ref s, ref s.OutputCount), At(&s, &s.Inputs), At(&s, &s.Outputs), At(&s, &s.InputParameterChanges),
                At(&s, &s.OutputParameterChanges), At(&s, &s.InputEvents), At(&s, &s.OutputEvents), At(&s, &s.Context),
            ]);
    }

    [Fact]
    public void ProcessContext_is_laid_out_as_in_the_SDK()
    {
        ProcessContext s = default;
        Assert.Equal(112, sizeof(ProcessContext));
        Assert.Equal(
            [0, 8, 16, 24, 32, 40, 48, 56, 64, 72, 80, 84, 88, 89, 90, 92, 96, 100, 104],
            [
                At(ref s, ref s.State), At(ref s, ref s.SampleRate), At(ref s, ref s.ProjectTimeSamples), At(ref s, ref s.SystemTime),
                At(ref s, ref s.ContinuousTimeSamples), At(ref s, ref s.ProjectTimeMusic), At(ref s, ref s.BarPositionMusic),
                At(ref s, ref s.CycleStartMusic), At(ref s, ref s.CycleEndMusic), At(ref s, ref s.Tempo),
                At(ref s, ref s.TimeSignatureNumerator), At(ref s, ref s.TimeSignatureDenominator), At(ref s, ref s.ChordKeyNote),
                At(ref s, ref s.ChordRootNote), At(ref s, ref s.ChordMask), At(ref s, ref s.SmpteOffsetSubframes),
                At(ref s, ref s.FramesPerSecond), At(ref s, ref s.FrameRateFlags), At(ref s, ref s.SamplesToNextClock),
            ]);
    }

    [Fact]
    public void BusInfo_is_laid_out_as_in_the_SDK()
    {
        BusInfo s = default;
        Assert.Equal(276, sizeof(BusInfo));
        Assert.Equal(
            [0, 4, 8, 12, 268, 272],
            [
                At(ref s, ref s.Media), At(ref s, ref s.Direction), At(ref s, ref s.Channels), At(ref s, ref s.Name), At(ref s, ref s.Type),
                At(ref s, ref s.Flags),
            ]);
    }

    [Fact]
    public void ParameterInfo_is_laid_out_as_in_the_SDK()
    {
        ParameterInfo s = default;
        Assert.Equal(792, sizeof(ParameterInfo));
        Assert.Equal(
            [0, 4, 260, 516, 772, 776, 784, 788],
            [
                At(ref s, ref s.Id), At(ref s, ref s.Title), At(ref s, ref s.ShortTitle), At(ref s, ref s.Units),
                At(ref s, ref s.StepCount),
                At(ref s, ref s.DefaultNormalized), At(ref s, ref s.UnitId), At(ref s, ref s.Flags),
            ]);
    }

    [Fact]
    public void Event_is_laid_out_as_in_the_SDK()
    {
        Event s = default;
        Assert.Equal(48, sizeof(Event));
        Assert.Equal(
            [0, 4, 8, 16, 18, 24, 24, 24, 24, 24, 24, 24, 24, 24],
            [
                At(ref s, ref s.Bus), At(ref s, ref s.SampleOffset), At(ref s, ref s.QuarterPosition), At(ref s, ref s.Flags),
                At(ref s, ref s.Type), At(ref s, ref s.NoteOn), At(ref s, ref s.NoteOff), At(ref s, ref s.Data),
                At(ref s, ref s.PolyPressure),
                At(ref s, ref s.NoteExpressionValue), At(ref s, ref s.NoteExpressionText), At(ref s, ref s.Chord), At(ref s, ref s.Scale),
                At(ref s, ref s.MidiController),
            ]);
    }

    [Fact]
    public void Note_payloads_are_laid_out_as_in_the_SDK()
    {
        NoteOnEvent on = default;
        Assert.Equal(20, sizeof(NoteOnEvent));
        Assert.Equal(
            [0, 2, 4, 8, 12, 16],
            [
                At(ref on, ref on.Channel), At(ref on, ref on.Pitch), At(ref on, ref on.Tuning), At(ref on, ref on.Velocity),
                At(ref on, ref on.Length), At(ref on, ref on.NoteId),
            ]);
        NoteOffEvent off = default;
        Assert.Equal(16, sizeof(NoteOffEvent));
        Assert.Equal(
            [0, 2, 4, 8, 12],
            [
                At(ref off, ref off.Channel), At(ref off, ref off.Pitch), At(ref off, ref off.Velocity), At(ref off, ref off.NoteId),
                At(ref off, ref off.Tuning),
            ]);
        PolyPressureEvent pressure = default;
        Assert.Equal(12, sizeof(PolyPressureEvent));
        Assert.Equal(
            [0, 2, 4, 8],
            [
                At(ref pressure, ref pressure.Channel), At(ref pressure, ref pressure.Pitch), At(ref pressure, ref pressure.Pressure),
                At(ref pressure, ref pressure.NoteId),
            ]);
    }

    [Fact]
    public void Other_payloads_are_laid_out_as_in_the_SDK()
    {
        DataEvent data = default;
        Assert.Equal(16, sizeof(DataEvent));
        Assert.Equal([0, 4, 8], [At(ref data, ref data.Size), At(ref data, ref data.Type), At(ref data, ref data.Address)]);
        NoteExpressionValueEvent value = default;
        Assert.Equal(16, sizeof(NoteExpressionValueEvent));
        Assert.Equal([0, 4, 8], [At(ref value, ref value.TypeId), At(ref value, ref value.NoteId), At(ref value, ref value.Value)]);
        NoteExpressionTextEvent text = default;
        Assert.Equal(24, sizeof(NoteExpressionTextEvent));
        Assert.Equal(
            [0, 4, 8, 16],
            [At(ref text, ref text.TypeId), At(ref text, ref text.NoteId), At(ref text, ref text.Length), At(ref text, ref text.Address)]);
        ChordEvent chord = default;
        Assert.Equal(16, sizeof(ChordEvent));
        Assert.Equal(
            [0, 2, 4, 6, 8],
            [
                At(ref chord, ref chord.Root), At(ref chord, ref chord.BassNote), At(ref chord, ref chord.Mask),
                At(ref chord, ref chord.Length),
                At(ref chord, ref chord.Address),
            ]);
        ScaleEvent scale = default;
        Assert.Equal(16, sizeof(ScaleEvent));
        Assert.Equal(
            [0, 2, 4, 8],
            [
                At(ref scale, ref scale.Root), At(ref scale, ref scale.Mask), At(ref scale, ref scale.Length),
                At(ref scale, ref scale.Address),
            ]);
        MidiControllerEvent controller = default;
        Assert.Equal(4, sizeof(MidiControllerEvent));
        Assert.Equal(
            [0, 1, 2, 3],
            [
                At(ref controller, ref controller.Controller), At(ref controller, ref controller.Channel),
                At(ref controller, ref controller.Value), At(ref controller, ref controller.Value2),
            ]);
    }

    [Fact]
    public void Factory_structures_are_laid_out_as_in_the_SDK()
    {
        FactoryInfo factory = default;
        Assert.Equal(452, sizeof(FactoryInfo));
        Assert.Equal(
            [0, 64, 320, 448],
            [
                At(&factory, factory.Vendor), At(&factory, factory.Url), At(&factory, factory.Email), At(&factory, &factory.Flags),
            ]);
        ClassInfo first = default;
        Assert.Equal(116, sizeof(ClassInfo));
        Assert.Equal(
            [0, 16, 20, 52],
            [
                At(&first, first.Id), At(&first, &first.Cardinality), At(&first, first.Category), At(&first, first.Name),
            ]);
        ClassInfo2 second = default;
        Assert.Equal(440, sizeof(ClassInfo2));
        Assert.Equal(
            [0, 16, 20, 52, 116, 120, 248, 312, 376],
            [
                At(&second, second.Id), At(&second, &second.Cardinality), At(&second, second.Category), At(&second, second.Name),
                At(&second, &second.Flags), At(&second, second.Subcategories), At(&second, second.Vendor), At(&second, second.Version),
                At(&second, second.SdkVersion),
            ]);
        ClassInfoUnicode third = default;
        Assert.Equal(696, sizeof(ClassInfoUnicode));
        Assert.Equal(
            [0, 16, 20, 52, 180, 184, 312, 440, 568],
            [
                At(&third, third.Id), At(&third, &third.Cardinality), At(&third, third.Category), At(&third, third.Name),
                At(&third, &third.Flags), At(&third, third.Subcategories), At(&third, third.Vendor), At(&third, third.Version),
                At(&third, third.SdkVersion),
            ]);
    }

    [Fact]
    public void Unit_and_routing_structures_are_laid_out_as_in_the_SDK()
    {
        RoutingInfo routing = default;
        Assert.Equal(12, sizeof(RoutingInfo));
        Assert.Equal(
            [0, 4, 8],
            [
                At(ref routing, ref routing.Media), At(ref routing, ref routing.Bus), At(ref routing, ref routing.Channel),
            ]);
        UnitInfo unit = default;
        Assert.Equal(268, sizeof(UnitInfo));
        Assert.Equal(
            [0, 4, 8, 264],
            [
                At(ref unit, ref unit.Id), At(ref unit, ref unit.ParentId), At(ref unit, ref unit.Name),
                At(ref unit, ref unit.ProgramListId),
            ]);
        ProgramListInfo programs = default;
        Assert.Equal(264, sizeof(ProgramListInfo));
        Assert.Equal(
            [0, 4, 260],
            [
                At(ref programs, ref programs.Id), At(ref programs, ref programs.Name), At(ref programs, ref programs.ProgramCount),
            ]);
    }

    [Fact]
    public void ViewRect_is_laid_out_as_in_the_SDK()
    {
        ViewRect s = default;
        Assert.Equal(16, sizeof(ViewRect));
        Assert.Equal([0, 4, 8, 12], [At(ref s, ref s.Left), At(ref s, ref s.Top), At(ref s, ref s.Right), At(ref s, ref s.Bottom)]);
    }

    [Fact]
    public void Keys_have_the_numbers_of_the_SDK()
    {
        VirtualKey[] keys =
        [
            VirtualKey.Back, VirtualKey.Return, VirtualKey.Escape, VirtualKey.Space, VirtualKey.Left, VirtualKey.PageDown, VirtualKey.Enter,
            VirtualKey.Delete, VirtualKey.Numpad0, VirtualKey.Multiply, VirtualKey.Divide, VirtualKey.F1, VirtualKey.F12, VirtualKey.Shift,
            VirtualKey.Equals, VirtualKey.VolumeDown, VirtualKey.F13, VirtualKey.F19, VirtualKey.F24, VirtualKey.Super,
        ];
        Assert.Equal([1, 4, 6, 7, 11, 16, 19, 22, 24, 34, 39, 40, 51, 54, 57, 64, 65, 71, 76, 77], keys.Select(key => (int)key));
    }

    private static int At<TStructure, TField>(ref TStructure structure, ref TField field) =>
        (int)Unsafe.ByteOffset(ref Unsafe.As<TStructure, byte>(ref structure), ref Unsafe.As<TField, byte>(ref field));

    private static int At(void* structure, void* field) => (int)((byte*)field - (byte*)structure);
}
