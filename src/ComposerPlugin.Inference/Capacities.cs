namespace ComposerPlugin.Inference;

/// <summary>How much the worker remembers. All memory is made when a style is loaded or an instance begins.</summary>
public static class Capacities
{
    /// <summary>
    /// Note steps that a Transformer can attend to, at least half of which always stay, and that a style which is changed to reads again. More of them
    /// cost each instance memory, and time when the window moves.
    /// </summary>
    public const int ContextSteps = 384;

    /// <summary>Notes that the motif memory holds.</summary>
    public const int MotifNotes = 4096;

    /// <summary>Notes that may follow a mark before the way back to it is lost: those of an answer and what was played under it.</summary>
    public const int NotesSinceMark = MotifNotes / 4;

    /// <summary>Notes of one answer; a longer one ends with the last of them.</summary>
    public const int AnswerNotes = 768;
}
