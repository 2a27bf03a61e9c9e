namespace ComposerPlugin.Music;

/// <summary>
/// The input of a model for the next step: the last note, the bar position at which it ends, and the hint of the
/// <see cref="MotifMemory"/>. The step graph's inputs hold these eleven numbers in the order of the fields.
/// </summary>
/// <param name="Pitch">The last pitch, or <see cref="Vocabulary.NoPitch"/>.</param>
/// <param name="Ioi">The IOI class of the last note, or <see cref="Vocabulary.NoIoi"/>.</param>
/// <param name="Duration">The duration class of the last note, or <see cref="Vocabulary.NoDuration"/>.</param>
/// <param name="BarPosition">The end of the last note, in ticks from the bar line.</param>
/// <param name="Meter">The meter class.</param>
/// <param name="Bar">The number of that bar, modulo <see cref="Vocabulary.BarCycle"/>.</param>
/// <param name="Key">The key class of the notes so far (<see cref="KeyTracker"/>).</param>
/// <param name="Hint">The continuation of the longest earlier match.</param>
public readonly record struct StepInput(int Pitch, int Ioi, int Duration, int BarPosition, int Meter, int Bar, int Key, MotifHint Hint)
{
    /// <summary>What the <see cref="FormMemory"/> knows; the input <c>form</c> of styles that have it.</summary>
    public FormHint Form { get; init; } = FormHint.None;
}
