namespace ComposerPlugin.Vst3;

/// <summary>Properties of a parameter.</summary>
[Flags]
public enum ParameterFlags
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>The host may automate it.</summary>
    CanAutomate = 1 << 0,

    /// <summary>Only the plugin changes it.</summary>
    ReadOnly = 1 << 1,

    /// <summary>Values beyond one end continue at the other.</summary>
    WrapAround = 1 << 2,

    /// <summary>Best shown as a list of its steps.</summary>
    List = 1 << 3,

    /// <summary>Not shown to the user.</summary>
    Hidden = 1 << 4,

    /// <summary>Selects a program.</summary>
    ProgramChange = 1 << 15,

    /// <summary>The bypass switch; at most one parameter has it.</summary>
    Bypass = 1 << 16,
}
