namespace ComposerPlugin.Music;

/// <summary>One step of music as a model writes it, in classes of the <see cref="Vocabulary"/>.</summary>
/// <param name="Ioi">From the previous onset to this one; <see cref="Vocabulary.Wait"/> and <see cref="Vocabulary.End"/> play no note.</param>
/// <param name="Pitch">The pitch.</param>
/// <param name="Duration">The duration class.</param>
/// <param name="Velocity">The velocity class.</param>
public readonly record struct NoteStep(int Ioi, int Pitch, int Duration, int Velocity)
{
    /// <summary>Lets two bars of 4/4 pass.</summary>
    public static NoteStep Wait { get; } = new(Vocabulary.Wait, Vocabulary.NoPitch, Vocabulary.NoDuration, 0);

    /// <summary>Ends a phrase.</summary>
    public static NoteStep End { get; } = new(Vocabulary.End, Vocabulary.NoPitch, Vocabulary.NoDuration, 0);

    /// <summary>Whether the step plays a note.</summary>
    public bool IsNote => Ioi <= Vocabulary.ExactTicks;
}
