namespace ComposerPlugin.Engine;

/// <summary>The types of <see cref="NoteMark"/>.</summary>
public enum NoteMarkKind : byte
{
    /// <summary>The player's note began.</summary>
    PlayedOn,

    /// <summary>The player's note ended.</summary>
    PlayedOff,

    /// <summary>A note of an answer is composed and will be played.</summary>
    Planned,

    /// <summary>A note of an answer began.</summary>
    AnswerOn,

    /// <summary>A note of an answer ended.</summary>
    AnswerOff,

    /// <summary>The planned notes of an answer that have not begun will not be played.</summary>
    Cancelled,

    /// <summary>The host started, stopped or jumped.</summary>
    Restarted,

    /// <summary>The host named the chord from here on.</summary>
    Chord,
}
