using ComposerPlugin.Host;

namespace ComposerPlugin.Vst3.Tests;

public sealed unsafe class InstanceTests : IDisposable
{
    private readonly RawPlugin _raw = new();
    private bool _released;

    public void Dispose()
    {
        if (!_released)
            _raw.Dispose();
    }

    [Fact]
    public void Every_interface_queries_every_other_and_one_object_counts_references()
    {
        foreach (var id in (Uid[])[InterfaceIds.Unknown, InterfaceIds.PluginBase, InterfaceIds.Component, InterfaceIds.AudioProcessor,
            InterfaceIds.EditController, InterfaceIds.ProcessContextRequirements, InterfaceIds.MidiMapping])
        {
            void* first = _raw.Query(id);
            Assert.True(first != null, id.ToString());
            void* back = HostUnknown.QueryInterface(first, InterfaceIds.Component);
            Assert.True(back == _raw.Component);
            // The test holds the component, its processor and its controller.
            Assert.Equal(4u, (*(UnknownTable**)back)->Release(back));
            Assert.Equal(3u, (*(UnknownTable**)first)->Release(first));
        }
    }

    [Fact]
    public void A_missing_interface_is_null()
    {
        byte* id = stackalloc byte[Uid.Size];
        new Uid(1, 2, 3, 4).Write(new(id, Uid.Size));
        void* answer = (void*)1;
        Assert.Equal(Result.NoInterface, (*_raw.Component)->PluginBase.Unknown.QueryInterface(_raw.Component, id, &answer));
        Assert.True(answer == null);
        Assert.Equal(Result.InvalidArgument, (*_raw.Component)->PluginBase.Unknown.QueryInterface(_raw.Component, id, null));
        Assert.Equal(Result.InvalidArgument, (*_raw.Component)->PluginBase.Unknown.QueryInterface(_raw.Component, null, &answer));
    }

    [Fact]
    public void The_last_release_ends_an_instance_that_is_still_active()
    {
        int living = NativeInstance.Living;
        using var application = new ApplicationObject("Forgetful");
        (*_raw.Component)->PluginBase.Initialize(_raw.Component, application.Pointer);
        (*_raw.Component)->SetActive(_raw.Component, 1);
        Assert.Equal(2, application.References);
        _raw.Dispose();
        _released = true;
        Assert.Equal(["Initialize", "SetActive True", "SetActive False", "Terminate"], _raw.Plugin.Calls);
        Assert.Equal(1, application.References);
        Assert.Equal(living - 1, NativeInstance.Living);
    }

    [Fact]
    public void Calls_made_twice_reach_the_plugin_once()
    {
        for (int i = 0; i < 2; i++)
            Assert.Equal(Result.Ok, (*_raw.Component)->PluginBase.Initialize(_raw.Component, null));
        for (int i = 0; i < 2; i++)
            Assert.Equal(Result.Ok, (*_raw.Component)->SetActive(_raw.Component, 1));
        for (int i = 0; i < 2; i++)
            Assert.Equal(Result.Ok, (*_raw.Component)->SetActive(_raw.Component, 0));
        for (int i = 0; i < 2; i++)
            Assert.Equal(Result.Ok, (*_raw.Controller)->PluginBase.Terminate(_raw.Controller));
        Assert.Equal(["Initialize", "SetActive True", "SetActive False", "Terminate"], _raw.Plugin.Calls);
    }

    [Fact]
    public void Changing_the_rate_while_active_deactivates_the_plugin_meanwhile()
    {
        _raw.Activate(44100);
        var setup = new ProcessSetup { SampleRate = 96000, MaxFrames = 64, Mode = ProcessMode.Offline };
        Assert.Equal(Result.Ok, (*_raw.Processor)->SetupProcessing(_raw.Processor, &setup));
        Assert.Equal(
            ["Initialize", "SetupProcessing", "SetActive True", "SetActive False", "SetupProcessing", "SetActive True"], _raw.Plugin.Calls);
        Assert.Equal(96000, _raw.Plugin.Setup.SampleRate);
    }

    [Theory]
    [InlineData(0, 512)]
    [InlineData(-1, 512)]
    [InlineData(1e-320, 512)]
    [InlineData(1e300, 512)]
    [InlineData(double.NaN, 512)]
    [InlineData(double.PositiveInfinity, 512)]
    [InlineData(48000, -1)]
    public void An_impossible_setup_is_an_invalid_argument(double sampleRate, int maxFrames)
    {
        var setup = new ProcessSetup { SampleRate = sampleRate, MaxFrames = maxFrames };
        Assert.Equal(Result.InvalidArgument, (*_raw.Processor)->SetupProcessing(_raw.Processor, &setup));
        Assert.Empty(_raw.Plugin.Calls);
    }

    [Fact]
    public void Host_and_handler_are_kept_as_long_as_the_plugin_may_use_them()
    {
        using var application = new ApplicationObject("Studio");
        using var first = new ComponentHandlerObject();
        using var second = new ComponentHandlerObject();
        (*_raw.Component)->PluginBase.Initialize(_raw.Component, application.Pointer);
        Assert.Equal(("Studio", "Studio"), (_raw.Plugin.HostName, _raw.Plugin.Host.Name));
        (*_raw.Controller)->SetComponentHandler(_raw.Controller, first.Pointer);
        (*_raw.Controller)->SetComponentHandler(_raw.Controller, first.Pointer);
        Assert.Equal(2, first.References);
        (*_raw.Controller)->SetComponentHandler(_raw.Controller, second.Pointer);
        Assert.Equal((1, 2), (first.References, second.References));
        (*_raw.Controller)->PluginBase.Terminate(_raw.Controller);
        Assert.Equal((1, 1), (second.References, application.References));
    }

    [Fact]
    public void Edits_reach_the_handler()
    {
        using var handler = new ComponentHandlerObject();
        (*_raw.Controller)->SetComponentHandler(_raw.Controller, handler.Pointer);
        var plugin = _raw.Plugin.Handler;
        Assert.True(plugin.BeginEdit(7) && plugin.PerformEdit(7, 0.25) && plugin.EndEdit(7));
        Assert.True(plugin.RestartComponent(RestartFlags.LatencyChanged) && plugin.SetDirty(true));
        Assert.Equal(
            [new(ParameterEditKind.Begin, 7, 0), new(ParameterEditKind.Perform, 7, 0.25), new(ParameterEditKind.End, 7, 0)], handler.Edits);
        Assert.Equal((RestartFlags.LatencyChanged, true), (handler.Restarts, handler.Dirty));
        Assert.Equal(2, handler.References);
        (*_raw.Controller)->SetComponentHandler(_raw.Controller, null);
        Assert.False(_raw.Plugin.Handler.BeginEdit(7) || _raw.Plugin.Handler.SetDirty(true));
    }

    [Fact]
    public void A_plugin_that_fails_to_initialize_is_not_terminated_and_holds_nothing()
    {
        EntryErrors.Clear();
        using var application = new ApplicationObject("Studio");
        _raw.Plugin.FailsIn = "Initialize";
        Assert.Equal(Result.InternalError, (*_raw.Component)->PluginBase.Initialize(_raw.Component, application.Pointer));
        Assert.Equal(1, application.References);
        (*_raw.Component)->PluginBase.Terminate(_raw.Component);
        Assert.Equal(["Initialize"], _raw.Plugin.Calls);
        Assert.Equal("PluginBaseEntries.Initialize", EntryErrors.First!.Entry);
        EntryErrors.Clear();
    }

    [Fact]
    public void The_first_entry_error_is_kept_and_all_are_counted()
    {
        EntryErrors.Clear();
        _raw.Plugin.FailsIn = "SetActive True";
        Assert.Equal(Result.InternalError, (*_raw.Component)->SetActive(_raw.Component, 1));
        _raw.Plugin.FailsIn = "Initialize";
        Assert.Equal(Result.InternalError, (*_raw.Component)->PluginBase.Initialize(_raw.Component, null));
        Assert.Equal(2, EntryErrors.Count);
        Assert.Equal("ComponentEntries.SetActive", EntryErrors.First!.Entry);
        Assert.Equal("SetActive True", EntryErrors.First.Exception.Message);
        EntryErrors.Clear();
    }
}
