namespace ComposerPlugin.Vst3;

/// <summary>Properties of a bus.</summary>
[Flags]
public enum BusFlags : uint
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>The host should activate the bus when it creates the plugin.</summary>
    DefaultActive = 1 << 0,

    /// <summary>Audio samples that are control signals, not for speakers.</summary>
    ControlVoltage = 1 << 1,
}
