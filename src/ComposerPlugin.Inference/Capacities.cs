namespace ComposerPlugin.Inference;

/// <summary>The sizes of the worker's buffers. They are allocated when a style is loaded or an instance is created.</summary>
public static class Capacities
{
    /// <summary>
    /// The attention window of a transformer, in steps; it always keeps at least the newer half. Also the number of steps that a new
    /// style reads after a style change. A larger window costs memory per instance, and time when it moves.
    /// </summary>
    public const int ContextSteps = 384;

    /// <summary>The capacity of the motif memory, in notes.</summary>
    public const int MotifNotes = 4096;

    /// <summary>The maximum number of notes between a mark and the return to it: an answer and the notes played during it.</summary>
    public const int NotesSinceMark = MotifNotes / 4;

    /// <summary>The maximum number of notes in an answer; a longer answer ends there.</summary>
    public const int AnswerNotes = 768;
}
