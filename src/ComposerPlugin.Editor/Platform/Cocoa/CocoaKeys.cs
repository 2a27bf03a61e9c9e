namespace ComposerPlugin.Editor;

/// <summary>[any] What key codes of macOS mean. Values: Events.h of Carbon.</summary>
internal static class CocoaKeys
{
    // NSEvent gives keys without characters those from here on, and Backspace this one.
    private const char FirstFunctionKey = '\uF700', LastFunctionKey = '\uF8FF', Delete = '\x7F';

    /// <summary>The key of a code; None if it is a character, or has no use.</summary>
    public static Key KeyOf(int code, bool isShift) => code switch
    {
        123 => Key.Left,
        124 => Key.Right,
        126 => Key.Up,
        125 => Key.Down,
        115 => Key.Home,
        119 => Key.End,
        116 => Key.PageUp,
        121 => Key.PageDown,
        48 => Key.Tab,
        36 or 76 => Key.Return,
        53 => Key.Escape,
        51 => Key.Backspace,
        117 => Key.Delete,
        // F10, and the menu key of other systems' keyboards.
        109 when isShift => Key.Menu,
        110 => Key.Menu,
        _ => Key.None,
    };

    /// <summary>The character of an event's text; 0 if it is none.</summary>
    public static char CharacterOf(string text) => text is [var first, ..] && first is >= ' ' and not Delete
        and not (>= FirstFunctionKey and <= LastFunctionKey) ? first : '\0';
}
