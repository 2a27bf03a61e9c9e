namespace ComposerPlugin.Editor;

/// <summary>[main] The symbols on the keys of the X server. No dead keys and no input method: a key is one character or none.</summary>
internal sealed unsafe class X11Keyboard
{
    private readonly nint _connection;
    private readonly byte _firstKey, _lastKey;
    private uint[] _symbols = [];
    private int _symbolsPerKey;

    public X11Keyboard(nint connection)
    {
        // Safe: the setup lives as long as the connection.
        var setup = Xcb.SetupOf(connection);
        (_connection, _firstKey, _lastKey) = (connection, setup->FirstKey, setup->LastKey);
        Read();
    }

    /// <summary>Reads the symbols again, after the user has chosen another layout.</summary>
    public void Read() => (_symbols, _symbolsPerKey) = XcbQueries.Keyboard(_connection, _firstKey, _lastKey);

    /// <summary>The key that an event names.</summary>
    /// <param name="code">The key's code.</param>
    /// <param name="state">Modifiers, and the layout in bits 13 and 14.</param>
    public KeyEvent EventOf(byte code, int state)
    {
        bool isShift = (state & Xcb.ShiftMask) != 0, isControl = (state & Xcb.ControlMask) != 0;
        uint symbol = SymbolOf(code, state);
        char character = KeySymbols.CharacterOf(symbol);
        if ((state & Xcb.LockMask) != 0 && char.IsLetter(character))
            character = isShift ? char.ToLowerInvariant(character) : char.ToUpperInvariant(character);
        var key = symbol == KeySymbols.F10 && isShift ? Key.Menu : KeySymbols.KeyOf(symbol);
        return new(key, character, isShift, isControl);
    }

    private uint SymbolOf(byte code, int state)
    {
        bool isShift = (state & Xcb.ShiftMask) != 0;
        // The digits of the number pad are its second symbols. Num Lock selects them, and Shift the other ones then.
        if (Symbol(code, 1) is >= KeySymbols.FirstOfNumberPad and <= KeySymbols.LastOfNumberPad)
            return Symbol(code, isShift != ((state & Xcb.NumLockMask) != 0) ? 1 : 0);
        int group = (state >> 13) & 3, shift = isShift ? 1 : 0, column = Column(group, shift);
        if ((state & Xcb.AltGrMask) != 0 && Symbol(code, Column(group, shift + 2)) is not 0 and var third)
            return third;
        if (Symbol(code, column) is not 0 and var symbol)
            return symbol;
        return Symbol(code, shift) is not 0 and var other ? other : Symbol(code, 0);
    }

    // The order of the core protocol: two levels of two layouts, two more levels of both, then four levels of each further layout. XKB
    // protocol, chapter 12.
    private static int Column(int group, int level) => group > 1 ? (4 * group) + level : (2 * group) + level + (level > 1 ? 2 : 0);

    private uint Symbol(byte code, int column)
    {
        int at = ((code - _firstKey) * _symbolsPerKey) + column;
        return code >= _firstKey && column < _symbolsPerKey && at < _symbols.Length ? _symbols[at] : 0;
    }
}
