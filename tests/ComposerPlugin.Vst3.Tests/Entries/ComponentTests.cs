using ComposerPlugin.Host;

namespace ComposerPlugin.Vst3.Tests;

public sealed unsafe class ComponentTests : IDisposable
{
    private readonly RawPlugin _raw = new();

    public void Dispose() => _raw.Dispose();

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(0, 1, 1)]
    [InlineData(1, 0, 1)]
    [InlineData(1, 1, 1)]
    [InlineData(2, 0, 0)]
    [InlineData(0, -1, 0)]
    public void Buses_are_counted_by_media_type(int media, int direction, int count) =>
        Assert.Equal(count, (*_raw.Component)->GetBusCount(_raw.Component, media, direction));

    [Fact]
    public void A_bus_is_described_as_declared()
    {
        BusInfo info;
        Assert.Equal(Result.Ok, (*_raw.Component)->GetBusInfo(_raw.Component, (int)MediaType.Audio, (int)BusDirection.Output, 0, &info));
        Assert.Equal("Stereo Out", info.Name.ToString());
        Assert.Equal((2, BusType.Main, BusFlags.DefaultActive), (info.Channels, info.Type, info.Flags));
        Assert.Equal(Result.InvalidArgument, (*_raw.Component)->GetBusInfo(_raw.Component, 0, 1, 1, &info));
        Assert.Equal(Result.InvalidArgument, (*_raw.Component)->GetBusInfo(_raw.Component, 0, 1, 0, null));
    }

    [Fact]
    public void The_activation_of_a_declared_bus_reaches_the_plugin()
    {
        Assert.Equal(Result.Ok, (*_raw.Component)->ActivateBus(_raw.Component, 0, 1, 0, 1));
        Assert.Equal(Result.Ok, (*_raw.Component)->ActivateBus(_raw.Component, 1, 1, 0, 0));
        Assert.Equal(Result.InvalidArgument, (*_raw.Component)->ActivateBus(_raw.Component, 0, 0, 0, 1));
        Assert.Equal(
            [(MediaType.Audio, BusDirection.Output, 0, true), (MediaType.Event, BusDirection.Output, 0, false)], _raw.Plugin.BusChanges);
    }

    [Fact]
    public void Only_the_declared_arrangement_is_accepted()
    {
        ulong stereo = 0b11, mono = 1UL << 19, reported = 0;
        Assert.Equal(Result.Ok, (*_raw.Processor)->SetBusArrangements(_raw.Processor, null, 0, &stereo, 1));
        Assert.Equal(Result.False, (*_raw.Processor)->SetBusArrangements(_raw.Processor, null, 0, &mono, 1));
        Assert.Equal(Result.False, (*_raw.Processor)->SetBusArrangements(_raw.Processor, &stereo, 1, &stereo, 1));
        Assert.Equal(Result.InvalidArgument, (*_raw.Processor)->SetBusArrangements(_raw.Processor, null, 1, &stereo, 1));
        Assert.Equal(Result.Ok, (*_raw.Processor)->GetBusArrangement(_raw.Processor, 1, 0, &reported));
        Assert.Equal(stereo, reported);
        Assert.Equal(Result.InvalidArgument, (*_raw.Processor)->GetBusArrangement(_raw.Processor, 0, 0, &reported));
        Assert.Equal(Result.InvalidArgument, (*_raw.Processor)->GetBusArrangement(_raw.Processor, 1, 0, null));
    }

    [Fact]
    public void Both_sample_sizes_are_accepted_and_no_other()
    {
        int[] results = [.. Enumerable.Range(-1, 4).Select(size => (*_raw.Processor)->CanProcessSampleSize(_raw.Processor, size))];
        Assert.Equal([Result.False, Result.Ok, Result.Ok, Result.False], results);
    }

    [Fact]
    public void Latency_tail_and_requirements_are_reported()
    {
        Assert.Equal(64u, (*_raw.Processor)->GetLatencySamples(_raw.Processor));
        Assert.Equal(uint.MaxValue, (*_raw.Processor)->GetTailSamples(_raw.Processor));
        var requirements = (ContextRequirementsTable**)_raw.Query(InterfaceIds.ProcessContextRequirements);
        Assert.Equal((1u << 6) | (1u << 2), (*requirements)->GetProcessContextRequirements(requirements));
        HostUnknown.Release(requirements);
    }

    [Theory]
    [InlineData(int.MaxValue)]
    [InlineData(1)]
    public void State_is_restored_even_in_short_reads(int longestRead)
    {
        byte[] state = [9, 8, 7, 6, 5];
        using var given = new StreamObject(state, longestRead);
        Assert.Equal(Result.Ok, (*_raw.Component)->SetState(_raw.Component, given.Pointer));
        using var taken = new StreamObject();
        Assert.Equal(Result.Ok, (*_raw.Component)->GetState(_raw.Component, taken.Pointer));
        Assert.Equal(state, taken.ToArray());
    }

    [Fact]
    public void A_refused_state_is_reported_to_the_host()
    {
        using var tooLong = new StreamObject(new byte[1001]);
        Assert.Equal(Result.False, (*_raw.Component)->SetState(_raw.Component, tooLong.Pointer));
        Assert.Equal(Result.InvalidArgument, (*_raw.Component)->SetState(_raw.Component, null));
        Assert.Equal(Result.InvalidArgument, (*_raw.Component)->GetState(_raw.Component, null));
        Assert.Equal([1, 2, 3], _raw.Plugin.State);
    }

    [Fact]
    public void A_single_component_has_no_controller_class()
    {
        byte* id = stackalloc byte[Uid.Size];
        Assert.Equal(Result.NotImplemented, (*_raw.Component)->GetControllerClassId(_raw.Component, id));
    }
}
