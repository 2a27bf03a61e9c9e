namespace ComposerPlugin.Vst3;

/// <summary>[any] Reads the three numbers with which a host reports a key.</summary>
internal static class KeyStrokes
{
    // Hosts report letters and digits without a character as these numbers (CharToVirtualKeyCode of keycodes.h).
    private const int FirstCharacterKey = 128, FirstCharacter = '0', LastCharacter = 'Z';

    // Of the numeric keypad, from VirtualKey.Multiply on.
    private const string KeypadSigns = "*+,-./";

    /// <summary>
    /// Converts the arguments of onKeyDown. Numbers that the SDK does not define become no key, no character, no modifier.
    /// </summary>
    public static KeyStroke Read(ushort character, short virtualKey, short modifiers)
    {
        var held = (KeyModifiers)modifiers & (KeyModifiers.Shift | KeyModifiers.Alternate | KeyModifiers.Command | KeyModifiers.Control);
        var key = virtualKey is > 0 and <= (short)VirtualKey.Super ? (VirtualKey)virtualKey : VirtualKey.None;
        // By the SDK the number of a key is for keys that are not in ASCII, so that hosts may report these as characters.
        if (key == VirtualKey.None)
            key = KeyOf((char)character);
        char text = char.IsControl((char)character) ? CharacterOf(key, virtualKey, held) : (char)character;
        return new(text, key, held);
    }

    private static VirtualKey KeyOf(char character) => character switch
    {
        '\b' => VirtualKey.Back,
        '\t' => VirtualKey.Tab,
        '\n' or '\r' => VirtualKey.Return,
        '\e' => VirtualKey.Escape,
        ' ' => VirtualKey.Space,
        '\x7f' => VirtualKey.Delete,
        _ => VirtualKey.None,
    };

    private static char CharacterOf(VirtualKey key, int virtualKey, KeyModifiers held) => key switch
    {
        VirtualKey.Space => ' ',
        VirtualKey.Equals => '=',
        >= VirtualKey.Numpad0 and <= VirtualKey.Numpad9 => (char)('0' + (key - VirtualKey.Numpad0)),
        >= VirtualKey.Multiply and <= VirtualKey.Divide => KeypadSigns[key - VirtualKey.Multiply],
        VirtualKey.None => Letter(virtualKey - FirstCharacterKey + FirstCharacter, held),
        _ => '\0',
    };

    private static char Letter(int character, KeyModifiers held)
    {
        if (character is < FirstCharacter or > LastCharacter || !char.IsAsciiLetterOrDigit((char)character))
            return '\0';
        return held.HasFlag(KeyModifiers.Shift) ? (char)character : char.ToLowerInvariant((char)character);
    }
}
