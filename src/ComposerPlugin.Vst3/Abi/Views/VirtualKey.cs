namespace ComposerPlugin.Vst3;

/// <summary>Keys by their numbers in the SDK (VirtualKeyCodes of keycodes.h). Letters and digits are characters.</summary>
public enum VirtualKey
{
    /// <summary>A character, or an unknown key.</summary>
    None,

    /// <summary>Backspace.</summary>
    Back,

    /// <summary>Tab.</summary>
    Tab,

    /// <summary>Clear.</summary>
    Clear,

    /// <summary>Return.</summary>
    Return,

    /// <summary>Pause.</summary>
    Pause,

    /// <summary>Escape.</summary>
    Escape,

    /// <summary>Space.</summary>
    Space,

    /// <summary>Next.</summary>
    Next,

    /// <summary>End.</summary>
    End,

    /// <summary>Home.</summary>
    Home,

    /// <summary>Left arrow.</summary>
    Left,

    /// <summary>Up arrow.</summary>
    Up,

    /// <summary>Right arrow.</summary>
    Right,

    /// <summary>Down arrow.</summary>
    Down,

    /// <summary>Page up.</summary>
    PageUp,

    /// <summary>Page down.</summary>
    PageDown,

    /// <summary>Select.</summary>
    Select,

    /// <summary>Print.</summary>
    Print,

    /// <summary>Enter of the numeric keypad.</summary>
    Enter,

    /// <summary>Print screen.</summary>
    Snapshot,

    /// <summary>Insert.</summary>
    Insert,

    /// <summary>Delete.</summary>
    Delete,

    /// <summary>Help.</summary>
    Help,

    /// <summary>0 of the numeric keypad.</summary>
    Numpad0,

    /// <summary>1 of the numeric keypad.</summary>
    Numpad1,

    /// <summary>2 of the numeric keypad.</summary>
    Numpad2,

    /// <summary>3 of the numeric keypad.</summary>
    Numpad3,

    /// <summary>4 of the numeric keypad.</summary>
    Numpad4,

    /// <summary>5 of the numeric keypad.</summary>
    Numpad5,

    /// <summary>6 of the numeric keypad.</summary>
    Numpad6,

    /// <summary>7 of the numeric keypad.</summary>
    Numpad7,

    /// <summary>8 of the numeric keypad.</summary>
    Numpad8,

    /// <summary>9 of the numeric keypad.</summary>
    Numpad9,

    /// <summary>* of the numeric keypad.</summary>
    Multiply,

    /// <summary>+ of the numeric keypad.</summary>
    Add,

    /// <summary>Separator of the numeric keypad.</summary>
    Separator,

    /// <summary>- of the numeric keypad.</summary>
    Subtract,

    /// <summary>Decimal point of the numeric keypad.</summary>
    Decimal,

    /// <summary>/ of the numeric keypad.</summary>
    Divide,

    /// <summary>F1.</summary>
    F1,

    /// <summary>F2.</summary>
    F2,

    /// <summary>F3.</summary>
    F3,

    /// <summary>F4.</summary>
    F4,

    /// <summary>F5.</summary>
    F5,

    /// <summary>F6.</summary>
    F6,

    /// <summary>F7.</summary>
    F7,

    /// <summary>F8.</summary>
    F8,

    /// <summary>F9.</summary>
    F9,

    /// <summary>F10.</summary>
    F10,

    /// <summary>F11.</summary>
    F11,

    /// <summary>F12.</summary>
    F12,

    /// <summary>Num lock.</summary>
    NumLock,

    /// <summary>Scroll lock.</summary>
    Scroll,

    /// <summary>Shift.</summary>
    Shift,

    /// <summary>Ctrl.</summary>
    Control,

    /// <summary>Alt.</summary>
    Alt,

    /// <summary>= of the numeric keypad, on macOS.</summary>
    Equals,

    /// <summary>The menu key.</summary>
    ContextMenu,

    /// <summary>Play.</summary>
    MediaPlay,

    /// <summary>Stop.</summary>
    MediaStop,

    /// <summary>Previous track.</summary>
    MediaPrevious,

    /// <summary>Next track.</summary>
    MediaNext,

    /// <summary>Volume up.</summary>
    VolumeUp,

    /// <summary>Volume down.</summary>
    VolumeDown,

    /// <summary>F13.</summary>
    F13,

    /// <summary>F14.</summary>
    F14,

    /// <summary>F15.</summary>
    F15,

    /// <summary>F16.</summary>
    F16,

    /// <summary>F17.</summary>
    F17,

    /// <summary>F18.</summary>
    F18,

    /// <summary>F19.</summary>
    F19,

    /// <summary>F20.</summary>
    F20,

    /// <summary>F21.</summary>
    F21,

    /// <summary>F22.</summary>
    F22,

    /// <summary>F23.</summary>
    F23,

    /// <summary>F24.</summary>
    F24,

    /// <summary>The Windows key; Ctrl on macOS.</summary>
    Super,
}
