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

    /// <summary>Another style was chosen: it is to be made ready, while the present one plays on.</summary>
    ChooseStyle,

    /// <summary>From here on the style that was chosen last plays.</summary>
    ChangeStyle,
}
