namespace ComposerPlugin.Engine;

/// <summary>The types of <see cref="NoteMark"/>.</summary>
public enum NoteMarkKind : byte
{
    /// <summary>The player's note began.</summary>
    PlayedOn,

    /// <summary>The player's note ended.</summary>
    PlayedOff,

    /// <summary>A note of an answer is composed and will be played, unless it comes too late. Written by the worker.</summary>
    Planned,

    /// <summary>A note of an answer began.</summary>
    AnswerOn,

    /// <summary>A note of an answer ended.</summary>
    AnswerOff,

    /// <summary>
    /// The planned notes of an answer from <see cref="NoteMark.Position"/> on, if they have not begun, will not be played. Where another
    /// answer follows, this is reported when that is requested, up to the look-ahead before.
    /// </summary>
    Cancelled,

    /// <summary>The host started, stopped or jumped. What was planned before is cancelled by marks of its own.</summary>
    Restarted,

    /// <summary>The host named the chord from here on.</summary>
    Chord,

    /// <summary>
    /// The model reads a note of the player, which has ended: its onset and end are those that the model reads, on the grid. The
    /// <see cref="PlayedOn"/> of this pitch nearest to it is the same note. There is none for a note that the model does not read, or only
    /// after an answer into which it was played. Written by the worker, and only while a window reads
    /// (<see cref="WindowFeedReader.IsOpen"/>).
    /// </summary>
    Heard,
}
