namespace ComposerPlugin.Editor;

/// <summary>A key that goes down.</summary>
/// <param name="Key">Which one.</param>
/// <param name="Character">Its character, or null.</param>
/// <param name="Shift">Whether Shift is down.</param>
/// <param name="Control">Whether Ctrl is down; Command on macOS.</param>
public readonly record struct KeyEvent(Key Key, char Character, bool Shift = false, bool Control = false);
