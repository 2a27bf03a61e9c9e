namespace ComposerPlugin.Editor;

/// <summary>Keys that are no characters.</summary>
public enum Key
{
    /// <summary>A character, or a key that means nothing here.</summary>
    None,

    /// <summary>Arrow left.</summary>
    Left,

    /// <summary>Arrow right.</summary>
    Right,

    /// <summary>Arrow up.</summary>
    Up,

    /// <summary>Arrow down.</summary>
    Down,

    /// <summary>Home.</summary>
    Home,

    /// <summary>End.</summary>
    End,

    /// <summary>Page up.</summary>
    PageUp,

    /// <summary>Page down.</summary>
    PageDown,

    /// <summary>Tab; with Shift, backwards.</summary>
    Tab,

    /// <summary>Return or Enter.</summary>
    Return,

    /// <summary>Escape.</summary>
    Escape,

    /// <summary>Backspace.</summary>
    Backspace,

    /// <summary>Delete.</summary>
    Delete,

    /// <summary>The key or keys that open a menu: Menu, or Shift+F10.</summary>
    Menu,
}
