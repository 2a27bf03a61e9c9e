namespace ComposerPlugin.Editor;

/// <summary>What a pointer does at a position.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="X">The distance from the left edge, in units of the drawing; windows give pixels.</param>
/// <param name="Y">The distance from the top edge.</param>
/// <param name="Wheel">Notches, away from the user positive.</param>
/// <param name="Shift">Whether Shift is down.</param>
/// <param name="Control">Whether Ctrl is down; Command on macOS.</param>
public readonly record struct PointerEvent(
    PointerKind Kind, float X, float Y, float Wheel = 0, bool Shift = false, bool Control = false);
