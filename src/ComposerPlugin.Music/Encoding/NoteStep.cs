namespace ComposerPlugin.Music;

/// <summary>One output step of a model, in classes of the <see cref="Vocabulary"/>.</summary>
/// <param name="Ioi">The IOI class: ticks since the previous onset, or <see cref="Vocabulary.Wait"/> or
/// <see cref="Vocabulary.End"/>.</param>
/// <param name="Pitch">The MIDI note number, or <see cref="Vocabulary.NoPitch"/>.</param>
/// <param name="Duration">The duration class, or <see cref="Vocabulary.NoDuration"/>.</param>
/// <param name="Velocity">The velocity class.</param>
public readonly record struct NoteStep(int Ioi, int Pitch, int Duration, int Velocity)
{
    /// <summary>A rest of <see cref="Vocabulary.ExactTicks"/> without a note.</summary>
    public static NoteStep Wait { get; } = new(Vocabulary.Wait, Vocabulary.NoPitch, Vocabulary.NoDuration, 0);

    /// <summary>The end of a phrase.</summary>
    public static NoteStep End { get; } = new(Vocabulary.End, Vocabulary.NoPitch, Vocabulary.NoDuration, 0);

    /// <summary>Whether the step plays a note.</summary>
    public bool IsNote => Ioi <= Vocabulary.ExactTicks;
}
