using ComposerPlugin.Music;

namespace ComposerPlugin.Engine;

/// <summary>
/// [worker] What the worker reports to the window: the notes of answers as soon as they are composed, long before the audio thread receives
/// them, and the player's notes as the model reads them.
/// </summary>
public sealed class WorkerFeed
{
    private readonly SpscQueue<NoteMark>.Producer _marks;
    private volatile bool _isOpen;

    internal WorkerFeed(SpscQueue<NoteMark>.Producer marks) => _marks = marks;

    /// <summary>[any] Whether a window reads.</summary>
    public bool IsOpen
    {
        get => _isOpen;
        internal set => _isOpen = value;
    }

    /// <summary>[worker] A note of an answer is composed. To be called before the note is sent to the audio thread.</summary>
    /// <param name="answerId">The <see cref="AnswerBounds.Id"/> of the answer.</param>
    /// <param name="index">The number of the note in its answer, from 0.</param>
    /// <param name="note">The note.</param>
    /// <param name="bits">Its surprise, as in <see cref="NoteMark.Bits"/>.</param>
    public void Planned(int answerId, int index, in TimedNote note, float bits) =>
        _marks.Push(Mark(NoteMarkKind.Planned, note, bits) with { AnswerId = answerId, Index = index });

    /// <summary>[worker] The model reads a note of the player.</summary>
    /// <param name="note">The note as it is read.</param>
    /// <param name="bits">Its surprise, as in <see cref="NoteMark.Bits"/>.</param>
    public void Heard(in TimedNote note, float bits) => _marks.Push(Mark(NoteMarkKind.Heard, note, bits));

    private static NoteMark Mark(NoteMarkKind kind, in TimedNote note, float bits) =>
        new(kind, note.Onset) { Pitch = note.Pitch, Velocity = note.Velocity, End = note.End, Bits = bits };
}
