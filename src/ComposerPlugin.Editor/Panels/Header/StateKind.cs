namespace ComposerPlugin.Editor;

/// <summary>What the plugin is doing.</summary>
internal enum StateKind
{
    /// <summary>The style loads.</summary>
    Loading,

    /// <summary>Notes only pass through.</summary>
    Bypassed,

    /// <summary>An answer sounds.</summary>
    Answering,

    /// <summary>An answer is requested.</summary>
    AnswerComes,

    /// <summary>The player's phrase goes on.</summary>
    Listening,

    /// <summary>The host must play.</summary>
    PressPlay,

    /// <summary>The host must play, or the player.</summary>
    PressPlayOrPlay,

    /// <summary>The player must play.</summary>
    PlaySomething,

    /// <summary>It is the player's turn.</summary>
    YourTurn,

    /// <summary>There is no take to repeat.</summary>
    HoldNothing,

    /// <summary>The host plays, and no note has ever come.</summary>
    NoMidi,

    /// <summary>The host plays, and takes no notes from the plugin.</summary>
    NoOutput,
}
