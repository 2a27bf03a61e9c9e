using ComposerPlugin.Music;

namespace ComposerPlugin.Engine;

/// <summary>
/// What happened to a note, for the window: the audio thread or the worker writes it (<see cref="WindowFeed"/>), the main thread reads it
/// (<see cref="WindowFeedReader"/>).
/// </summary>
/// <param name="Kind">What happened.</param>
/// <param name="Position">
/// When, in ticks on the <see cref="Transport"/>'s clock. What is played, by player and plugin, is where it sounds, between ticks;
/// <see cref="NoteMarkKind.Planned"/> and <see cref="NoteMarkKind.Heard"/> are on their ticks, without swing and lateness.
/// </param>
public readonly record struct NoteMark(NoteMarkKind Kind, double Position)
{
    /// <summary>The pitch.</summary>
    public Pitch Pitch { get; init; }

    /// <summary>1 to 127; 0 for the end of a note.</summary>
    public byte Velocity { get; init; }

    /// <summary>The <see cref="AnswerBounds.Id"/> of the answer; 0 for the player's notes.</summary>
    public int AnswerId { get; init; }

    /// <summary>
    /// The number of the note in its answer, by onset from 0: a take and its notes are named so. Only for
    /// <see cref="NoteMarkKind.Planned"/>, <see cref="NoteMarkKind.AnswerOn"/> and <see cref="NoteMarkKind.AnswerOff"/>.
    /// </summary>
    public int Index { get; init; }

    /// <summary><see cref="NoteMarkKind.Planned"/>, <see cref="NoteMarkKind.Heard"/>: when the note ends, in ticks.</summary>
    public double End { get; init; }

    /// <summary>
    /// <see cref="NoteMarkKind.Planned"/>, <see cref="NoteMarkKind.Heard"/>: the note's surprise in bits, which is -log2 of its probability
    /// in the model: of its inter-onset interval, pitch and duration, without its velocity, at temperature 1 and without constraints. The
    /// interval before an answer's first note is given and has no part. Infinite for what the model excludes; NaN if it is not known.
    /// </summary>
    public float Bits { get; init; }

    /// <summary>
    /// <see cref="NoteMarkKind.Chord"/>: the pitch classes of the chord relative to its root, as bits; 0: no chord. The root is the class
    /// of <see cref="Pitch"/>.
    /// </summary>
    public ushort ChordTones { get; init; }

    /// <summary><see cref="NoteMarkKind.Chord"/>: the pitch class of the bass note, 0 to 11.</summary>
    public byte ChordBass { get; init; }
}
