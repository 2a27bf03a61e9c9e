using ComposerPlugin.Editor;
using ComposerPlugin.Engine;

namespace ComposerPlugin;

/// <summary>[main] The window's access to its instance.</summary>
internal interface IWindowedInstance
{
    /// <summary>[main] The current status.</summary>
    PluginStatus Status { get; }

    /// <summary>[any] What in the host's time cannot be played as it is.</summary>
    TransportNotice TransportNotice { get; }

    /// <summary>[main] How the window looks.</summary>
    EditorSettings Window { get; set; }

    /// <summary>[main] The takes, and what the musician does with them in the window.</summary>
    TakeEditor Takes { get; }

    /// <summary>[main] What the instance reports to its window. One window at a time reads it.</summary>
    WindowFeedReader WindowFeed { get; }
}
