namespace ComposerPlugin.Music;

/// <summary>
/// What a model reads before it writes the next step: the last note, the place where music would go on, and the hint of the
/// <see cref="MotifMemory"/>. Eleven numbers, in the order of the fields, are the rows of the step graph's inputs.
/// </summary>
/// <param name="Pitch">The last pitch, or <see cref="Vocabulary.NoPitch"/>.</param>
/// <param name="Ioi">The gap class before it, or <see cref="Vocabulary.NoIoi"/>.</param>
/// <param name="Duration">Its duration class, or <see cref="Vocabulary.NoDuration"/>.</param>
/// <param name="BarPosition">Ticks from the bar line to where the last note ends.</param>
/// <param name="Meter">The meter class there.</param>
/// <param name="Bar">The number of that bar, modulo <see cref="Vocabulary.BarCycle"/>.</param>
/// <param name="Key">The key class of the notes so far (<see cref="KeyTracker"/>).</param>
/// <param name="Hint">What followed the last time.</param>
public readonly record struct StepInput(int Pitch, int Ioi, int Duration, int BarPosition, int Meter, int Bar, int Key, MotifHint Hint);
