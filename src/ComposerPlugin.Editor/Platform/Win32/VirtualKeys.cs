namespace ComposerPlugin.Editor;

/// <summary>[any] What the virtual keys of Windows mean. Values: winuser.h.</summary>
internal static class VirtualKeys
{
    /// <summary>The key of a virtual key; None if it is a character, or has no use.</summary>
    public static Key KeyOf(int virtualKey) => virtualKey switch
    {
        0x08 => Key.Backspace,
        0x09 => Key.Tab,
        0x0D => Key.Return,
        0x1B => Key.Escape,
        0x21 => Key.PageUp,
        0x22 => Key.PageDown,
        0x23 => Key.End,
        0x24 => Key.Home,
        0x25 => Key.Left,
        0x26 => Key.Up,
        0x27 => Key.Right,
        0x28 => Key.Down,
        0x2E => Key.Delete,
        0x5D => Key.Menu,
        _ => Key.None,
    };
}
