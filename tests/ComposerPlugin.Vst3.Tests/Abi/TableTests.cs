namespace ComposerPlugin.Vst3.Tests;

/// <summary>Slot numbers of interface functions against those that a C++ compiler gives for the SDK headers (3.7.2).</summary>
public unsafe class TableTests
{
    [Fact]
    public void Every_table_begins_with_FUnknown()
    {
        UnknownTable t;
        Assert.Equal([0, 1, 2], [Slot(&t, &t.QueryInterface), Slot(&t, &t.AddRef), Slot(&t, &t.Release)]);
        Assert.Equal(3, sizeof(UnknownTable) / sizeof(void*));
    }

    [Fact]
    public void IPluginFactory_has_the_slots_of_the_SDK()
    {
        PluginFactoryTable t;
        Assert.Equal(10, sizeof(PluginFactoryTable) / sizeof(void*));
        Assert.Equal(
            [3, 4, 5, 6, 7, 8, 9],
            [
                Slot(&t, &t.GetFactoryInfo), Slot(&t, &t.CountClasses), Slot(&t, &t.GetClassInfo), Slot(&t, &t.CreateInstance),
                Slot(&t, &t.GetClassInfo2), Slot(&t, &t.GetClassInfoUnicode), Slot(&t, &t.SetHostContext),
            ]);
    }

    [Fact]
    public void IComponent_has_the_slots_of_the_SDK()
    {
        ComponentTable t;
        Assert.Equal(14, sizeof(ComponentTable) / sizeof(void*));
        Assert.Equal(
            [3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13],
            [
                Slot(&t, &t.PluginBase.Initialize), Slot(&t, &t.PluginBase.Terminate), Slot(&t, &t.GetControllerClassId),
                Slot(&t, &t.SetIoMode), Slot(&t, &t.GetBusCount), Slot(&t, &t.GetBusInfo), Slot(&t, &t.GetRoutingInfo),
                Slot(&t, &t.ActivateBus), Slot(&t, &t.SetActive), Slot(&t, &t.SetState), Slot(&t, &t.GetState),
            ]);
    }

    [Fact]
    public void IAudioProcessor_has_the_slots_of_the_SDK()
    {
        AudioProcessorTable t;
        Assert.Equal(11, sizeof(AudioProcessorTable) / sizeof(void*));
        Assert.Equal(
            [3, 4, 5, 6, 7, 8, 9, 10],
            [
                Slot(&t, &t.SetBusArrangements), Slot(&t, &t.GetBusArrangement), Slot(&t, &t.CanProcessSampleSize),
                Slot(&t, &t.GetLatencySamples), Slot(&t, &t.SetupProcessing), Slot(&t, &t.SetProcessing), Slot(&t, &t.Process),
                Slot(&t, &t.GetTailSamples),
            ]);
    }

    [Fact]
    public void IEditController_has_the_slots_of_the_SDK()
    {
        EditControllerTable t;
        Assert.Equal(18, sizeof(EditControllerTable) / sizeof(void*));
        Assert.Equal(
            [3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17],
            [
                Slot(&t, &t.PluginBase.Initialize), Slot(&t, &t.PluginBase.Terminate), Slot(&t, &t.SetComponentState),
                Slot(&t, &t.SetState),
                Slot(&t, &t.GetState), Slot(&t, &t.GetParameterCount), Slot(&t, &t.GetParameterInfo), Slot(&t, &t.GetParamStringByValue),
                Slot(&t, &t.GetParamValueByString), Slot(&t, &t.NormalizedParamToPlain), Slot(&t, &t.PlainParamToNormalized),
                Slot(&t, &t.GetParamNormalized), Slot(&t, &t.SetParamNormalized), Slot(&t, &t.SetComponentHandler), Slot(&t, &t.CreateView),
            ]);
    }

    [Fact]
    public void Small_interfaces_of_the_plugin_have_the_slots_of_the_SDK()
    {
        ContextRequirementsTable requirements;
        Assert.Equal(3, Slot(&requirements, &requirements.GetProcessContextRequirements));
        MidiMappingTable mapping;
        Assert.Equal(3, Slot(&mapping, &mapping.GetMidiControllerAssignment));
        UnitInfoTable units;
        Assert.Equal(15, sizeof(UnitInfoTable) / sizeof(void*));
        Assert.Equal(
            [3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14],
            [
                Slot(&units, &units.GetUnitCount), Slot(&units, &units.GetUnitInfo), Slot(&units, &units.GetProgramListCount),
                Slot(&units, &units.GetProgramListInfo), Slot(&units, &units.GetProgramName), Slot(&units, &units.GetProgramInfo),
                Slot(&units, &units.HasProgramPitchNames), Slot(&units, &units.GetProgramPitchName), Slot(&units, &units.GetSelectedUnit),
                Slot(&units, &units.SelectUnit), Slot(&units, &units.GetUnitByBus), Slot(&units, &units.SetUnitProgramData),
            ]);
    }

    [Fact]
    public void Lists_of_the_host_have_the_slots_of_the_SDK()
    {
        EventListTable events;
        Assert.Equal([3, 4, 5], [Slot(&events, &events.GetEventCount), Slot(&events, &events.GetEvent), Slot(&events, &events.AddEvent)]);
        ParameterChangesTable changes;
        Assert.Equal(
            [3, 4, 5],
            [
                Slot(&changes, &changes.GetParameterCount), Slot(&changes, &changes.GetParameterData),
                Slot(&changes, &changes.AddParameterData),
            ]);
        ParameterQueueTable queue;
        Assert.Equal(
            [3, 4, 5, 6],
            [
                Slot(&queue, &queue.GetParameterId), Slot(&queue, &queue.GetPointCount), Slot(&queue, &queue.GetPoint),
                Slot(&queue, &queue.AddPoint),
            ]);
        StreamTable stream;
        Assert.Equal(
            [3, 4, 5, 6],
            [
                Slot(&stream, &stream.Read), Slot(&stream, &stream.Write), Slot(&stream, &stream.Seek), Slot(&stream, &stream.Tell),
            ]);
    }

    [Fact]
    public void Callbacks_of_the_host_have_the_slots_of_the_SDK()
    {
        HostApplicationTable application;
        Assert.Equal([3, 4], [Slot(&application, &application.GetName), Slot(&application, &application.CreateInstance)]);
        ComponentHandlerTable handler;
        Assert.Equal(
            [3, 4, 5, 6],
            [
                Slot(&handler, &handler.BeginEdit), Slot(&handler, &handler.PerformEdit), Slot(&handler, &handler.EndEdit),
                Slot(&handler, &handler.RestartComponent),
            ]);
        ComponentHandler2Table second;
        Assert.Equal(
            [3, 4, 5, 6],
            [
                Slot(&second, &second.SetDirty), Slot(&second, &second.RequestOpenEditor), Slot(&second, &second.StartGroupEdit),
                Slot(&second, &second.FinishGroupEdit),
            ]);
    }

    [Fact]
    public void Interfaces_of_a_view_have_the_slots_of_the_SDK()
    {
        PlugViewTable view;
        Assert.Equal(15, sizeof(PlugViewTable) / sizeof(void*));
        Assert.Equal(
            [3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14],
            [
                Slot(&view, &view.IsPlatformTypeSupported), Slot(&view, &view.Attached), Slot(&view, &view.Removed),
                Slot(&view, &view.OnWheel), Slot(&view, &view.OnKeyDown), Slot(&view, &view.OnKeyUp), Slot(&view, &view.GetSize),
                Slot(&view, &view.OnSize), Slot(&view, &view.OnFocus), Slot(&view, &view.SetFrame), Slot(&view, &view.CanResize),
                Slot(&view, &view.CheckSizeConstraint),
            ]);
        ContentScaleTable scale;
        ParameterFinderTable finder;
        EventHandlerTable events;
        TimerHandlerTable timer;
        Assert.Equal(
            [3, 3, 3, 3],
            [
                Slot(&scale, &scale.SetContentScaleFactor), Slot(&finder, &finder.FindParameter), Slot(&events, &events.OnFDIsSet),
                Slot(&timer, &timer.OnTimer),
            ]);
    }

    [Fact]
    public void The_window_of_the_host_has_the_slots_of_the_SDK()
    {
        PlugFrameTable frame;
        ComponentHandler3Table third;
        Assert.Equal([3, 3], [Slot(&frame, &frame.ResizeView), Slot(&third, &third.CreateContextMenu)]);
        RunLoopTable loop;
        Assert.Equal(
            [3, 4, 5, 6],
            [
                Slot(&loop, &loop.RegisterEventHandler), Slot(&loop, &loop.UnregisterEventHandler), Slot(&loop, &loop.RegisterTimer),
                Slot(&loop, &loop.UnregisterTimer),
            ]);
        ContextMenuTable menu;
        Assert.Equal(
            [3, 4, 5, 6, 7],
            [
                Slot(&menu, &menu.GetItemCount), Slot(&menu, &menu.GetItem), Slot(&menu, &menu.AddItem), Slot(&menu, &menu.RemoveItem),
                Slot(&menu, &menu.Popup),
            ]);
    }

    private static int Slot(void* table, void* field) => (int)((byte*)field - (byte*)table) / sizeof(void*);
}
