using ComposerPlugin.Music;

namespace ComposerPlugin.Engine;

/// <summary>
/// A message from the audio thread to the worker; they are handled in order. All ticks are on the <see cref="Transport"/>'s clock.
/// </summary>
public readonly record struct ComposeRequest
{
    /// <summary>The number of takes that can be repeated or kept: the last ones.</summary>
    public const int MostTakes = 8;

    /// <summary>The number of takes that can be kept; a new one replaces the oldest.</summary>
    public const int MostKeptTakes = 16;

    /// <summary>The type of message: which of the other properties are set.</summary>
    public required RequestKind Kind { get; init; }

    /// <summary><see cref="RequestKind.Note"/>: the played note, which has ended.</summary>
    public TimedNote Note { get; init; }

    /// <summary><see cref="RequestKind.Note"/>: whether it is the first of a phrase, as <see cref="PhraseDetector"/> decided.</summary>
    public bool BeginsPhrase { get; init; }

    /// <summary>
    /// <see cref="RequestKind.Note"/>: whether the phrase is moved by octaves into the range of the style for the model, and its answer
    /// back.
    /// </summary>
    public bool KeepsRegister { get; init; }

    /// <summary><see cref="RequestKind.Answer"/>, <see cref="RequestKind.Stop"/>: the answer.</summary>
    public AnswerBounds Answer { get; init; }

    /// <summary><see cref="RequestKind.Answer"/>: the bar lines around its start.</summary>
    public BarGrid Bars { get; init; }

    /// <summary><see cref="RequestKind.Answer"/>: what it is made from.</summary>
    public AnswerSource Source { get; init; }

    /// <summary><see cref="RequestKind.Answer"/>: the piece to which it belongs.</summary>
    public PiecePosition Piece { get; init; }

    /// <summary>Whether the answer ends the player's phrase.</summary>
    public bool EndsPhrase => Kind == RequestKind.Answer && (Source is AnswerSource.Heard or AnswerSource.Phrase);

    /// <summary><see cref="RequestKind.Answer"/>: whether it replaces the last answer, which then counts as never played.</summary>
    public bool ReplacesLast { get; init; }

    /// <summary><see cref="RequestKind.Answer"/>: how to answer.</summary>
    public AnswerControls Controls { get; init; }

    /// <summary><see cref="RequestKind.Stop"/>: the last tick whose notes sounded.</summary>
    public long LastTick { get; init; }

    /// <summary>
    /// <see cref="AnswerSource.Take"/>, <see cref="RequestKind.Keep"/>: the take's <see cref="AnswerBounds.Id"/> when it was first
    /// played.
    /// </summary>
    public int Take { get; init; }

    /// <summary><see cref="RequestKind.Answer"/>: how the answer is composed.</summary>
    public TakeOrigin Origin { get; init; }

    /// <summary><see cref="RequestKind.Answer"/>: the id of the take from which it is composed; 0 if there is none.</summary>
    public int BaseTake { get; init; }

    /// <summary><see cref="RequestKind.Answer"/>: the id of the take whose locked notes stay; 0 if there is none.</summary>
    public int LockedTake { get; init; }

    /// <summary>
    /// <see cref="RequestKind.Answer"/>: the id of the take that its take replaces in the take store; 0 if there is none.
    /// </summary>
    public int ReplacedTake { get; init; }

    /// <summary><see cref="RequestKind.Lock"/>: the notes.</summary>
    public LockChange Lock { get; init; }

    /// <summary><see cref="RequestKind.ChooseStyle"/>: the style.</summary>
    public StyleChoice Style { get; init; }

    /// <summary>
    /// <see cref="RequestKind.ChangeStyle"/>: whether later requests wait until the style is loaded, because the host renders offline.
    /// </summary>
    public bool Waits { get; init; }
}
