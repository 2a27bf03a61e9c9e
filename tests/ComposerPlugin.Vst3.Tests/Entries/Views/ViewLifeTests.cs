using System.Runtime.CompilerServices;
using ComposerPlugin.Host;

namespace ComposerPlugin.Vst3.Tests;

/// <summary>Opening and closing a view, in the order of the SDK and in any other.</summary>
public sealed unsafe class ViewLifeTests : IDisposable
{
    private readonly ViewStage _stage = new();

    private RawView Raw => _stage.Raw;

    public void Dispose() => _stage.Dispose();

    [Fact]
    public void Only_the_editor_has_a_view()
    {
        int made = 0;
        _stage.Plugin.Plugin.NewView = () =>
        {
            made++;
            return null;
        };
        Assert.True(RawView.Create(_stage.Plugin, "parameters") == null);
        Assert.True(RawView.Create(_stage.Plugin, "") == null);
        Assert.True((*_stage.Plugin.Controller)->CreateView(_stage.Plugin.Controller, null) == null);
        Assert.Equal(0, made);
        Assert.True(RawView.Create(_stage.Plugin, "editor") == null);
        Assert.Equal(1, made);
    }

    [Fact]
    public void A_plugin_that_fails_to_create_a_view_has_none()
    {
        _stage.Plugin.Plugin.NewView = () => throw new InvalidOperationException("no view");
        Assert.True(RawView.Create(_stage.Plugin, "editor") == null);
        ViewStage.TakeError("EditControllerEntries.CreateView");
    }

    [Fact]
    public void A_view_opens_and_closes_any_number_of_times()
    {
        Raw.SetFrame(_stage.Frame);
        for (int i = 0; i < 2; i++)
        {
            Assert.Equal(Result.Ok, Raw.Attach());
            Assert.Equal(Result.Ok, Raw.Remove());
        }
        Assert.Equal(["Open 7", "Close", "Open 7", "Close"], _stage.Calls);
    }

    [Fact]
    public void Calls_made_twice_reach_the_view_once()
    {
        _stage.Attach();
        Assert.Equal(Result.Ok, Raw.Attach());
        Assert.Equal(Result.Ok, Raw.Remove());
        Assert.Equal(Result.Ok, Raw.Remove());
        Assert.Equal(["Open 7", "Close"], _stage.Calls);
    }

    [Fact]
    public void A_view_that_is_removed_before_it_is_attached_is_not_closed()
    {
        Assert.Equal(Result.Ok, Raw.Remove());
        Assert.Empty(_stage.Calls);
    }

    [Fact]
    public void A_view_that_is_attached_to_another_parent_moves_there()
    {
        _stage.Attach();
        Assert.Equal(Result.Ok, Raw.Attach(parent: 8));
        Assert.Equal(["Open 7", "Close", "Open 8"], _stage.Calls);
        Assert.Equal([ToyView.File], _stage.Loop.Files);
    }

    [Theory]
    [InlineData(7, "NSView")]
    [InlineData(7, "")]
    [InlineData(0, "X11EmbedWindowID")]
    public void A_parent_of_the_wrong_type_or_none_is_an_invalid_argument(int parent, string type)
    {
        Raw.SetFrame(_stage.Frame);
        Assert.Equal(Result.InvalidArgument, Raw.Attach(parent, type));
        Assert.Equal(Result.InvalidArgument, (*Raw.Pointer)->Attached(Raw.Pointer, (void*)RawView.Parent, null));
        Assert.Empty(_stage.Calls);
    }

    [Fact]
    public void Platform_types_are_those_of_the_view()
    {
        int[] results = [.. ((string[])["X11EmbedWindowID", "HWND", "NSView", "WaylandSurfaceID"]).Select(Supports), Supports(null)];
        Assert.Equal([Result.Ok, Result.Ok, Result.False, Result.False, Result.False], results);
    }

    [Fact]
    public void A_view_without_a_window_is_refused_and_closed()
    {
        _stage.View.HasWindow = false;
        Raw.SetFrame(_stage.Frame);
        Assert.Equal(Result.False, Raw.Attach());
        Assert.Equal(["Open 7", "Close"], _stage.Calls);
        Assert.Empty(_stage.Loop.Files);
        Assert.Equal(1, _stage.Loop.References);
        _stage.View.HasWindow = true;
        Assert.Equal(Result.Ok, Raw.Attach());
    }

    [Fact]
    public void A_view_that_fails_to_open_is_closed()
    {
        _stage.View.FailsIn = "Open";
        Raw.SetFrame(_stage.Frame);
        Assert.Equal(Result.InternalError, Raw.Attach());
        ViewStage.TakeError("PlugViewEntries.Attached");
        Assert.Equal(["Open 7", "Close"], _stage.Calls);
        _stage.View.FailsIn = "";
        Assert.Equal(Result.Ok, Raw.Attach());
    }

    [Fact]
    public void A_view_that_fails_to_close_is_closed_all_the_same()
    {
        _stage.Attach();
        _stage.View.FailsIn = "Close";
        Assert.Equal(Result.InternalError, Raw.Remove());
        ViewStage.TakeError("PlugViewEntries.Removed");
        Assert.Empty(_stage.Loop.Files);
        Assert.Equal(Result.Ok, Raw.Remove());
    }

    [Fact]
    public void The_last_release_closes_a_view_that_was_not_removed()
    {
        int living = NativeView.Living;
        _stage.Attach();
        Assert.Equal(0u, Raw.Release());
        Assert.Equal(["Open 7", "Close"], _stage.Calls);
        Assert.Equal((living - 1, 1), (NativeView.Living, _stage.Loop.References));
    }

    [Fact]
    public void A_view_that_fails_to_close_in_the_last_release_is_freed()
    {
        int living = NativeView.Living;
        _stage.Attach();
        _stage.View.FailsIn = "Close";
        Assert.Equal(0u, Raw.Release());
        ViewStage.TakeError("NativeView.End");
        Assert.Equal(living - 1, NativeView.Living);
    }

    [Fact]
    public void A_view_that_the_host_removes_while_it_opens_is_closed_once()
    {
        _stage.View.OnOpen = () => Raw.Remove();
        Raw.SetFrame(_stage.Frame);
        Assert.Equal(Result.False, Raw.Attach());
        Assert.Equal(["Open 7", "Close"], _stage.Calls);
    }

    [Fact]
    public void Two_views_of_one_plugin_live_apart()
    {
        List<string> calls = [];
        using var loop = new RunLoopObject();
        using var frame = new PlugFrameObject(loop);
        using (var second = new RawView(_stage.Plugin, new(calls)))
        {
            _stage.Attach();
            second.SetFrame(frame);
            Assert.Equal(Result.Ok, second.Attach(parent: 8));
            Raw.Remove();
            second.SetSize(640, 480);
            loop.ReadFiles();
            _stage.Loop.ReadFiles();
        }
        Assert.Equal(["Open 7", "Close"], _stage.Calls);
        Assert.Equal(["Open 8", "Resize 640 480", "FileReady", "Close"], calls);
    }

    [Fact]
    public void An_open_view_is_closed_before_its_plugin_is_terminated()
    {
        _stage.Attach();
        (*_stage.Plugin.Component)->PluginBase.Terminate(_stage.Plugin.Component);
        Assert.Equal(["Open 7", "Close", "Terminate"], _stage.Calls);
        Assert.Equal(Result.False, Raw.Attach());
        Assert.Equal(new(400, 300), Raw.Size);
        Assert.Equal(3, _stage.Calls.Count);
    }

    [Fact]
    public void A_plugin_is_terminated_even_if_its_view_fails_to_close()
    {
        _stage.Attach();
        _stage.View.FailsIn = "Close";
        Assert.Equal(Result.Ok, (*_stage.Plugin.Component)->PluginBase.Terminate(_stage.Plugin.Component));
        ViewStage.TakeError("InstanceBinding.CloseViews");
        Assert.Equal(["Open 7", "Close", "Terminate"], _stage.Calls);
    }

    [Fact]
    public void A_view_may_be_released_after_its_plugin()
    {
        _stage.Attach();
        _stage.ReleasePlugin();
        Assert.Equal(["Open 7", "Close", "Terminate"], _stage.Calls);
        Assert.False(_stage.View.Host!.ShowHostMenu(ToyPlugin.Level, 0, 0));
        Assert.Equal(Result.Ok, Raw.Remove());
        Assert.Equal(0u, Raw.Release());
    }

    [Fact]
    public void A_view_of_a_plugin_that_is_not_initialized_does_not_open()
    {
        using var plugin = new RawPlugin();
        using var raw = new RawView(plugin);
        raw.SetFrame(_stage.Frame);
        Assert.Equal(Result.False, raw.Attach());
        Assert.Empty(raw.Calls);
        raw.SetFrame(null);
    }

    [Fact]
    public void Ten_thousand_views_leave_nothing_behind()
    {
        const int rounds = 10_000;
        var views = new WeakReference[rounds];
        int living = NativeView.Living;
        int files = OpenFiles();
        for (int round = 0; round < rounds; round++)
            views[round] = OpenAndClose();
        _stage.Plugin.Plugin.NewView = () => null;
        for (int i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        Assert.Equal(0, views.Count(view => view.IsAlive));
        Assert.Equal((living, files), (NativeView.Living, OpenFiles()));
        Assert.Equal((1, 1), (_stage.Frame.References, _stage.Loop.References));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private WeakReference OpenAndClose()
    {
        var view = new ToyView([]);
        using var raw = new RawView(_stage.Plugin, view);
        raw.SetFrame(_stage.Frame);
        Assert.Equal(Result.Ok, raw.Attach());
        _stage.Loop.Tick();
        Assert.Equal(Result.Ok, raw.Remove());
        raw.SetFrame(null);
        Assert.Equal(0u, raw.Release());
        return new(view);
    }

    private static int OpenFiles() => OperatingSystem.IsLinux() ? Directory.GetFiles("/proc/self/fd").Length : 0;

    private int Supports(string? type)
    {
        byte[] text = [.. System.Text.Encoding.ASCII.GetBytes(type ?? ""), 0];
        fixed (byte* place = text)
            return (*Raw.Pointer)->IsPlatformTypeSupported(Raw.Pointer, type is null ? null : place);
    }
}
