namespace ComposerPlugin.Vst3;

/// <summary>Modifier keys that are down (KeyModifier of keycodes.h).</summary>
[Flags]
public enum KeyModifiers
{
    /// <summary>No modifier.</summary>
    None = 0,

    /// <summary>Shift.</summary>
    Shift = 1 << 0,

    /// <summary>Alt; Option on macOS.</summary>
    Alternate = 1 << 1,

    /// <summary>Ctrl; Command on macOS.</summary>
    Command = 1 << 2,

    /// <summary>The Ctrl key of macOS.</summary>
    Control = 1 << 3,
}
