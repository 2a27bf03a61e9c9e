using ComposerPlugin.Host;

namespace ComposerPlugin.Vst3.Tests;

/// <summary>
/// A Linux host with one initialized plugin and one view. At the end of each test nothing may be left: no view, no reference to the host's
/// objects, no handler, no exception but those that the test took.
/// </summary>
internal sealed unsafe class ViewStage : IDisposable
{
    private readonly int _living = NativeView.Living;
    private bool _pluginReleased;

    /// <summary>Creates the plugin and its view.</summary>
    /// <param name="view">Creates the view, which records its calls in the list; a plain one by default.</param>
    public ViewStage(Func<List<string>, ToyView>? view = null)
    {
        EntryErrors.Clear();
        Assert.Equal(Result.Ok, (*Plugin.Component)->PluginBase.Initialize(Plugin.Component, null));
        Frame = new(Loop);
        Calls = Plugin.Plugin.Calls;
        Calls.Clear();
        View = view is null ? new(Calls) : view(Calls);
        Raw = new(Plugin, View);
    }

    public RawPlugin Plugin { get; } = new();

    public RunLoopObject Loop { get; } = new();

    public PlugFrameObject Frame { get; }

    public ToyView View { get; }

    public RawView Raw { get; }

    /// <summary>The calls to plugin and view.</summary>
    public List<string> Calls { get; }

    /// <summary>Sets the frame and attaches the view, in the SDK's order.</summary>
    public void Attach()
    {
        Raw.SetFrame(Frame);
        Assert.Equal(Result.Ok, Raw.Attach());
    }

    /// <summary>Asserts that exactly one exception was recorded, and forgets it.</summary>
    public static void TakeError(string entry)
    {
        Assert.Equal((1, entry), (EntryErrors.Count, EntryErrors.First?.Entry));
        EntryErrors.Clear();
    }

    public void ReleasePlugin()
    {
        _pluginReleased = true;
        Plugin.Dispose();
    }

    public void Dispose()
    {
        Raw.Dispose();
        if (!_pluginReleased)
            Plugin.Dispose();
        Assert.True(EntryErrors.Count == 0, EntryErrors.First?.ToString());
        Assert.Equal((_living, 1, 1), (NativeView.Living, Frame.References, Loop.References));
        Assert.Empty(Loop.Files);
        Assert.Empty(Loop.Timers);
        Frame.Dispose();
        Loop.Dispose();
    }
}
