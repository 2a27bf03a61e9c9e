namespace ComposerPlugin.Engine;

/// <summary>The kinds of <see cref="ComposeRequest"/>.</summary>
public enum RequestKind
{
    /// <summary>The transport started, stopped or jumped: what was heard before is over.</summary>
    Restart,

    /// <summary>A note was played and has ended.</summary>
    Note,

    /// <summary>The player's phrase is over, though it is not answered.</summary>
    PhraseEnd,

    /// <summary>An answer is wanted.</summary>
    Answer,

    /// <summary>The answer was cut off: what did not sound is not remembered.</summary>
    Stop,

    /// <summary>A take goes on the shelf of kept takes.</summary>
    Keep,

    /// <summary>The last phrase becomes the one to vary from; if it is that already, there is none any more.</summary>
    CaptureA,

    /// <summary>The last phrase becomes the one to vary towards; if it is that already, there is none any more.</summary>
    CaptureB,

    /// <summary>Another style was chosen: it is to be made ready, while the present one plays on.</summary>
    ChooseStyle,

    /// <summary>From here on the style that was chosen last plays.</summary>
    ChangeStyle,
}
