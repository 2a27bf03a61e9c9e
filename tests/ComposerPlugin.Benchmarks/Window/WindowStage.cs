using ComposerPlugin.Host;
using ComposerPlugin.Tests.Shared;

namespace ComposerPlugin.Benchmarks;

/// <summary>[main] A host's window for the view of an instance, on the X display that DISPLAY names.</summary>
internal sealed class WindowStage : IDisposable
{
    private readonly HostedPlugin _plugin;
    private readonly RunLoopObject _loop;
    private readonly PlugFrameObject _frame;
    private readonly HostWindow _window;
    private HostedView? _view;

    static WindowStage()
    {
        // Not the first run: its card would cover the window.
        string folder = Path.Combine(DataFolder.Path, "ComposerPlugin");
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "window.json"), """{"seen-first-run": true}""");
    }

    /// <exception cref="FormatException">There is no display.</exception>
    public WindowStage(HostedPlugin plugin, RunLoopObject loop)
    {
        (_plugin, _loop, _frame) = (plugin, loop, new(loop));
        try
        {
            _window = new(2080, 1320);
        }
        catch (InvalidOperationException exception)
        {
            throw new FormatException(exception.Message, exception);
        }
    }

    /// <summary>Whether the display has died.</summary>
    public bool IsLost => _window.IsLost;

    /// <summary>References to views and to the frame that were left after the views were closed.</summary>
    public long ReferencesLeft { get; private set; }

    /// <summary>Calls of the view that the run loop still has.</summary>
    public int HandlersLeft => _loop.Files.Count() + _loop.Timers.Count();

    /// <summary>Opens the view; false if the plugin refuses.</summary>
    public bool Open(float scale = 1)
    {
        _view = _plugin.CreateView() ?? throw new InvalidOperationException("The plugin has no view.");
        if (scale != 1)
            _view.SetScale(scale);
        if (_view.Open(_window.Id, _frame))
            return true;
        Close();
        return false;
    }

    /// <summary>Closes and releases the view.</summary>
    public void Close()
    {
        _view!.Dispose();
        ReferencesLeft += _view.ReferencesLeft + _frame.References - 1;
        _view = null;
    }

    public void Dispose()
    {
        if (_view is not null)
            Close();
        _window.Dispose();
        _frame.Dispose();
    }
}
