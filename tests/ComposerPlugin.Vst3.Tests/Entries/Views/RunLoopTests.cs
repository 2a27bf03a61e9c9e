using ComposerPlugin.Host;

namespace ComposerPlugin.Vst3.Tests;

/// <summary>The run loop of a Linux host, which calls a view on the main thread.</summary>
public sealed unsafe class RunLoopTests : IDisposable
{
    private readonly ViewStage _stage = new();

    private RawView Raw => _stage.Raw;

    public void Dispose() => _stage.Dispose();

    [Fact]
    public void Without_a_frame_a_view_does_not_open()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Other systems have no run loop.");
        Assert.Equal(Result.False, Raw.Attach());
        Raw.SetFrame(_stage.Frame);
        Raw.SetFrame(null);
        Assert.Equal(Result.False, Raw.Attach());
        Assert.Empty(_stage.Calls);
        // The host may correct its order.
        _stage.Attach();
        Assert.Equal(["Open 7"], _stage.Calls);
    }

    [Fact]
    public void Without_a_run_loop_a_view_does_not_open()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Other systems have no run loop.");
        using var frame = new PlugFrameObject(null);
        Raw.SetFrame(frame);
        Assert.Equal(Result.False, Raw.Attach());
        Assert.Empty(_stage.Calls);
        Assert.Equal(1, frame.References);
        Raw.SetFrame(null);
    }

    [Fact]
    public void On_other_systems_a_view_opens_without_frame_and_run_loop()
    {
        var view = new ToyView(_stage.Calls);
        var instance = NativeInstance.Binding(_stage.Plugin.Component);
        var native = (PlugViewTable**)NativeView.Create(view, instance, needsRunLoop: false);
        fixed (byte* type = "HWND\0"u8)
            Assert.Equal(Result.Ok, (*native)->Attached(native, (void*)7, type));
        Assert.False(view.Runs);
        // Some hosts set the frame after the parent.
        Assert.False(view.Host!.RequestSize(new(500, 400)));
        (*native)->SetFrame(native, _stage.Frame.Pointer);
        Assert.True(view.Host.RequestSize(new(500, 400)));
        Assert.Equal(1, _stage.Loop.References);
        Assert.Equal(0u, (*native)->Unknown.Release(native));
        Assert.Equal(["Open 7", "Resize 500 400", "Close"], _stage.Calls);
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public void A_run_loop_that_refuses_a_handler_keeps_none(bool acceptsFiles, bool acceptsTimers)
    {
        (_stage.Loop.AcceptsFiles, _stage.Loop.AcceptsTimers) = (acceptsFiles, acceptsTimers);
        _stage.Attach();
        Assert.False(_stage.View.Runs);
        Assert.Empty(_stage.Loop.Files);
        Assert.Empty(_stage.Loop.Timers);
    }

    [Fact]
    public void Files_and_ticks_reach_the_open_view()
    {
        int ticks = 0;
        _stage.View.OnTick = () => ticks++;
        _stage.Attach();
        Assert.True(_stage.View.Runs);
        Assert.Equal([ToyView.File], _stage.Loop.Files);
        Assert.Equal([(ulong)ToyView.Milliseconds], _stage.Loop.Timers);
        _stage.Loop.ReadFiles();
        _stage.Loop.Tick();
        _stage.Loop.Tick();
        Assert.Equal(2, ticks);
        Assert.Equal(2, _stage.Loop.References);
        Raw.Remove();
        Assert.Empty(_stage.Loop.Files);
        Assert.Empty(_stage.Loop.Timers);
        Assert.Equal(1, _stage.Loop.References);
        Assert.Equal(["Open 7", "FileReady", "Close"], _stage.Calls);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_call_after_the_handlers_are_unregistered_does_not_reach_the_view(bool removed)
    {
        int ticks = 0;
        _stage.View.OnTick = () => ticks++;
        _stage.Attach();
        var (events, timer) = _stage.Loop.Handlers;
        if (removed)
            Raw.Remove();
        else
            _stage.View.Host!.Stop();
        RunLoopObject.ReadFile(events, ToyView.File);
        RunLoopObject.Tick(timer);
        Assert.Equal(0, ticks);
        Assert.DoesNotContain("FileReady", _stage.Calls);
    }

    [Fact]
    public void A_view_may_run_again_with_another_file()
    {
        _stage.Attach();
        Assert.True(_stage.View.Host!.Run(9, 10));
        Assert.Equal([9], _stage.Loop.Files);
        Assert.Equal([10ul], _stage.Loop.Timers);
        _stage.View.Host.Stop();
        Assert.Empty(_stage.Loop.Files);
        Assert.Throws<ArgumentOutOfRangeException>(() => _stage.View.Host.Run(-1, 10));
        Assert.Throws<ArgumentOutOfRangeException>(() => _stage.View.Host.Run(9, 0));
    }

    [Fact]
    public void A_closed_view_cannot_run()
    {
        _stage.Attach();
        Raw.Remove();
        Assert.False(_stage.View.Host!.Run(9, 10));
        _stage.View.Host.Stop();
        Assert.Empty(_stage.Loop.Files);
    }

    [Fact]
    public void An_open_view_continues_in_the_run_loop_of_another_frame()
    {
        using var loop = new RunLoopObject();
        using var frame = new PlugFrameObject(loop);
        _stage.Attach();
        Raw.SetFrame(frame);
        Assert.Empty(_stage.Loop.Files);
        Assert.Equal([ToyView.File], loop.Files);
        Assert.Equal((1, 2), (_stage.Loop.References, loop.References));
        Raw.SetFrame(null);
        Assert.Empty(loop.Files);
        Assert.Equal(1, loop.References);
        Raw.SetFrame(_stage.Frame);
        _stage.Loop.ReadFiles();
        Raw.Remove();
        Assert.Equal(["Open 7", "FileReady", "Close"], _stage.Calls);
    }

    [Fact]
    public void A_view_that_stopped_stays_stopped_in_another_frame()
    {
        _stage.Attach();
        _stage.View.Host!.Stop();
        Raw.SetFrame(null);
        Raw.SetFrame(_stage.Frame);
        Assert.Empty(_stage.Loop.Files);
    }

    [Fact]
    public void A_frame_may_be_destroyed_before_the_view_is_released()
    {
        var frame = new PlugFrameObject(_stage.Loop);
        Raw.SetFrame(frame);
        Assert.Equal(Result.Ok, Raw.Attach());
        Assert.Equal(1, frame.References);
        frame.Dispose();
        Assert.Equal(0u, Raw.Release());
        Assert.Equal(["Open 7", "Close"], _stage.Calls);
    }

    [Fact]
    public void The_last_release_closes_a_view_whose_handlers_the_host_holds()
    {
        int living = NativeView.Living;
        _stage.Attach();
        var (events, timer) = _stage.Loop.Handlers;
        HostUnknown.AddRef((void*)events);
        Assert.Equal(0u, Raw.Release());
        Assert.Equal(["Open 7", "Close"], _stage.Calls);
        Assert.Equal(living, NativeView.Living);
        RunLoopObject.ReadFile(events, ToyView.File);
        RunLoopObject.Tick(timer);
        Assert.Equal(2, _stage.Calls.Count);
        HostUnknown.Release((void*)events);
        Assert.Equal(living - 1, NativeView.Living);
    }

    [Fact]
    public void A_run_loop_may_hold_no_references_to_handlers()
    {
        _stage.Loop.HoldsHandlers = false;
        _stage.Attach();
        _stage.Loop.ReadFiles();
        Assert.Equal(0u, Raw.Release());
        Assert.Equal(["Open 7", "FileReady", "Close"], _stage.Calls);
    }

    [Fact]
    public void A_run_loop_may_end_before_the_view()
    {
        _stage.Attach();
        _stage.Loop.End();
        Assert.Equal(Result.Ok, Raw.Remove());
        Assert.Equal(1, _stage.Loop.References);
    }

    [Fact]
    public void A_host_may_release_the_view_inside_a_tick()
    {
        int living = NativeView.Living;
        _stage.View.OnTick = () => Raw.Release();
        _stage.Attach();
        _stage.Loop.Tick();
        Assert.Equal(["Open 7", "Close"], _stage.Calls);
        Assert.Equal(living - 1, NativeView.Living);
    }

    [Fact]
    public void A_handler_is_an_object_of_its_own()
    {
        _stage.Attach();
        var (events, timer) = _stage.Loop.Handlers;
        foreach (var (handler, own, other) in new[]
        {
            (events, InterfaceIds.EventHandler, InterfaceIds.TimerHandler), (timer, InterfaceIds.TimerHandler, InterfaceIds.EventHandler),
        })
        {
            foreach (var id in (Uid[])[own, InterfaceIds.Unknown])
            {
                void* same = HostUnknown.QueryInterface((void*)handler, id);
                Assert.True(same == (void*)handler);
                HostUnknown.Release(same);
            }
            Assert.True(HostUnknown.QueryInterface((void*)handler, other) == null);
            Assert.True(HostUnknown.QueryInterface((void*)handler, InterfaceIds.PlugView) == null);
            Assert.True(Raw.Query(own) == null);
        }
    }

    [Fact]
    public void Exceptions_in_files_and_ticks_do_not_reach_the_host()
    {
        _stage.Attach();
        _stage.View.FailsIn = "FileReady";
        _stage.Loop.ReadFiles();
        ViewStage.TakeError("EventHandlerEntries.OnFDIsSet");
        _stage.View.FailsIn = "Tick";
        _stage.Loop.Tick();
        ViewStage.TakeError("TimerHandlerEntries.OnTimer");
    }

    [Fact]
    public void The_layer_allocates_nothing_in_a_tick()
    {
        _stage.Attach();
        var (_, timer) = _stage.Loop.Handlers;
        RunLoopObject.Tick(timer);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int tick = 0; tick < 1000; tick++)
            RunLoopObject.Tick(timer);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
