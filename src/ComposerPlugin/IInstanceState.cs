using ComposerPlugin.Vst3;

namespace ComposerPlugin;

/// <summary>[main] What the controller must know of the whole instance.</summary>
public interface IInstanceState
{
    /// <summary>[main] What the plugin has to say now.</summary>
    PluginStatus Status { get; }

    /// <summary>[main] Writes the whole state; false if the stream did not take it.</summary>
    bool Write(HostStream stream);

    /// <summary>[main] Reads a whole state; false if it was not understood, and nothing changed then.</summary>
    bool Read(HostStream stream);
}
