namespace ComposerPlugin.Engine;

/// <summary>The types of <see cref="ComposeRequest"/>.</summary>
public enum RequestKind
{
    /// <summary>The transport started, stopped or jumped: the musical context is reset.</summary>
    Restart,

    /// <summary>A played note has ended.</summary>
    Note,

    /// <summary>An answer is requested.</summary>
    Answer,

    /// <summary>The answer was cut off: notes that did not sound are removed from the context.</summary>
    Stop,

    /// <summary>Adds a take to the kept takes.</summary>
    Keep,

    /// <summary>Captures the last phrase as A. Capturing the same phrase again clears A.</summary>
    CaptureA,

    /// <summary>Captures the last phrase as B. Capturing the same phrase again clears B.</summary>
    CaptureB,

    /// <summary>Loads another style while the current one plays.</summary>
    ChooseStyle,

    /// <summary>Changes to the style chosen last.</summary>
    ChangeStyle,

    /// <summary>Locks or unlocks notes of a take.</summary>
    Lock,
}
