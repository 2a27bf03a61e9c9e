namespace ComposerPlugin.Editor;

/// <summary>[any] What the symbols of X11 keys mean. Source: keysymdef.h of the X Window System.</summary>
internal static class KeySymbols
{
    /// <summary>F10, and the keys of the number pad from its asterisk to 9.</summary>
    public const uint F10 = 0xFFC7, FirstOfNumberPad = 0xFFAA, LastOfNumberPad = 0xFFB9;

    private const uint UnicodeOffset = 0x01000000, FirstOfPage = 0xA1;

    // Older symbols: a page of characters for a group of languages, from symbol A1 on. A full stop: no symbol.
    private static readonly Dictionary<uint, string> _pages = new()
    {
        [1] = "Ą˘Ł.ĽŚ..ŠŞŤŹ.ŽŻ.ą˛ł.ľśˇ.šşťź˝žżŔ..Ă.ĹĆ.Č.Ę.Ě..ĎĐŃŇ..Ő..ŘŮ.Ű..Ţ.ŕ..ă.ĺć.č.ę.ě..ďđńň..ő..řů.ű..ţ˙", // Latin 2
        [2] = "Ħ....Ĥ..İ.ĞĴ....ħ....ĥ..ı.ğĵ........ĊĈ..............Ġ..Ĝ....ŬŜ......ċĉ..............ġ..ĝ....ŭŝ.", // Latin 3
        [3] = ".ĸŖ.ĨĻ...ĒĢŦ......ŗ.ĩļ...ēģŧŊ.ŋĀ......Į....Ė..Ī.ŅŌĶ.....Ų...ŨŪ.ā......į....ė..ī.ņōķ.....ų...ũū.", // Latin 4
        [6] = "ђѓёєѕіїјљњћќґўџ№ЂЃЁЄЅІЇЈЉЊЋЌҐЎЏюабцдефгхийклмнопярстужвьызшэщчъЮАБЦДЕФГХИЙКЛМНОПЯРСТУЖВЬЫЗШЭЩЧЪ", // Cyrillic
        [7] = "ΆΈΉΊΪ.ΌΎΫ.Ώ..΅―.άέήίϊΐόύϋΰώ.....ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣ.ΤΥΦΧΨΩ.......αβγδεζηθικλμνξοπρσςτυφχψω......", // Greek
    };

    /// <summary>The character of a symbol; 0 if it is none.</summary>
    public static char CharacterOf(uint symbol) => symbol switch
    {
        >= 0x20 and <= 0x7E or >= 0xA0 and <= 0xFF => (char)symbol,
        >= UnicodeOffset + 0x100 and <= UnicodeOffset + 0xFFFF => (char)(symbol - UnicodeOffset),
        >= FirstOfNumberPad and <= LastOfNumberPad => (char)(symbol - 0xFF80),
        0x13BC => 'Œ',
        0x13BD => 'œ',
        0x13BE => 'Ÿ',
        0x20AC => '€',
        _ => OfPage(symbol),
    };

    /// <summary>The key of a symbol; None if it is a character, or has no use.</summary>
    public static Key KeyOf(uint symbol) => symbol switch
    {
        0xFF51 or 0xFF96 => Key.Left,
        0xFF53 or 0xFF98 => Key.Right,
        0xFF52 or 0xFF97 => Key.Up,
        0xFF54 or 0xFF99 => Key.Down,
        0xFF50 or 0xFF95 => Key.Home,
        0xFF57 or 0xFF9C => Key.End,
        0xFF55 or 0xFF9A => Key.PageUp,
        0xFF56 or 0xFF9B => Key.PageDown,
        // The second is Shift and Tab.
        0xFF09 or 0xFE20 => Key.Tab,
        0xFF0D or 0xFF8D => Key.Return,
        0xFF1B => Key.Escape,
        0xFF08 => Key.Backspace,
        0xFFFF or 0xFF9F => Key.Delete,
        0xFF67 => Key.Menu,
        _ => Key.None,
    };

    private static char OfPage(uint symbol)
    {
        uint place = symbol & 0xFF;
        bool isInPage = symbol <= 0xFFFF && place >= FirstOfPage && _pages.ContainsKey(symbol >> 8);
        char character = isInPage ? _pages[symbol >> 8][(int)(place - FirstOfPage)] : '.';
        return character == '.' ? '\0' : character;
    }
}
