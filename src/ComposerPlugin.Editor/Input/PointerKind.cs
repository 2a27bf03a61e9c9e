namespace ComposerPlugin.Editor;

/// <summary>What a pointer does.</summary>
public enum PointerKind
{
    /// <summary>It moves.</summary>
    Move,

    /// <summary>It leaves the window or the widget.</summary>
    Leave,

    /// <summary>The first button goes down.</summary>
    Press,

    /// <summary>The first button goes down for the second time in a short while.</summary>
    DoublePress,

    /// <summary>The first button goes up.</summary>
    Release,

    /// <summary>The second button goes down: for a menu.</summary>
    MenuPress,

    /// <summary>The wheel turns.</summary>
    Wheel,
}
