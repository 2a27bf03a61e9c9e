using ComposerPlugin.Editor;
using ComposerPlugin.Engine;
using ComposerPlugin.Vst3;

namespace ComposerPlugin;

/// <summary>[main] The controller's access to the whole instance.</summary>
public interface IInstanceState
{
    /// <summary>[main] The current status.</summary>
    PluginStatus Status { get; }

    /// <summary>[main] How the instance's window looks.</summary>
    EditorSettings Window { get; set; }

    /// <summary>[main] Creates a window, closed at first.</summary>
    IView CreateView();

    /// <summary>[main] The takes, and what the musician does with them in the window.</summary>
    TakeEditor Takes { get; }

    /// <summary>[main] What the instance reports to its window. One window at a time reads it.</summary>
    WindowFeedReader WindowFeed { get; }

    /// <summary>[main] Writes the whole state; false if the stream did not accept it.</summary>
    bool Write(HostStream stream);

    /// <summary>[main] Reads a whole state; false if it is not a state of this plugin, which changes nothing.</summary>
    bool Read(HostStream stream);
}
