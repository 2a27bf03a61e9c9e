namespace ComposerPlugin.Engine;

/// <summary>The kinds of <see cref="ComposeRequest"/>.</summary>
public enum RequestKind
{
    /// <summary>The transport started, stopped or jumped: what was heard before is over.</summary>
    Restart,

    /// <summary>A note was played and has ended.</summary>
    Note,

    /// <summary>An answer is wanted.</summary>
    Answer,

    /// <summary>The answer was cut off: what did not sound is not remembered.</summary>
    Stop,
}
