using ComposerPlugin.Vst3;

namespace ComposerPlugin;

/// <summary>[main] The controller's access to the whole instance.</summary>
public interface IInstanceState
{
    /// <summary>[main] The current status.</summary>
    PluginStatus Status { get; }

    /// <summary>[main] Creates a window, closed at first; null if there can be none.</summary>
    IView? CreateView();

    /// <summary>[main] Writes the whole state; false if the stream did not accept it.</summary>
    bool Write(HostStream stream);

    /// <summary>[main] Reads a whole state; false if it is not a state of this plugin, which changes nothing.</summary>
    bool Read(HostStream stream);
}
