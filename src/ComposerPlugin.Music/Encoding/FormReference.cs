namespace ComposerPlugin.Music;

/// <summary>
/// An earlier place of the music that may return now, as the <see cref="FormMemory"/> sees it: the note that is due next if it does, and
/// how well the last notes followed it. Counts are at most <see cref="FormMemory.Window"/>.
/// </summary>
/// <param name="Ioi">The IOI class from now to the note that is due, or <see cref="Vocabulary.NoIoi"/> if none is.</param>
/// <param name="Pitch">Its pitch, or <see cref="Vocabulary.NoPitch"/>.</param>
/// <param name="Duration">Its duration class, or <see cref="Vocabulary.NoDuration"/>.</param>
/// <param name="Run">The number of last notes in a row at whose onsets the same pitch stood there.</param>
/// <param name="Followed">The same among the last <see cref="FormMemory.Window"/> notes, in a row or not.</param>
/// <param name="Rhythm">How many of these came when a note was due, whatever its pitch.</param>
/// <param name="Steps">
/// Steps of the scale from the note that stood there to the last note, as a class: 0 if none stood there or the key is unknown, else the
/// steps plus <see cref="UnisonSteps"/>.
/// </param>
/// <param name="StepsRun">The number of last notes in a row that lie as many steps away.</param>
public readonly record struct FormReference(
    int Ioi, int Pitch, int Duration, int Run, int Followed, int Rhythm, int Steps, int StepsRun)
{
    /// <summary>The most steps that count as a transposition, two octaves up or down.</summary>
    public const int MostSteps = 2 * DiatonicSteps.PerOctave;

    /// <summary>The class of no transposition.</summary>
    public const int UnisonSteps = MostSteps + 1;

    /// <summary>The number of classes of <see cref="Steps"/>.</summary>
    public const int StepClasses = (2 * MostSteps) + 2;

    /// <summary>The number of classes of each count.</summary>
    public const int Counts = FormMemory.Window + 1;

    /// <summary>A place where nothing stands.</summary>
    public static FormReference None { get; } = new(Vocabulary.NoIoi, Vocabulary.NoPitch, Vocabulary.NoDuration, 0, 0, 0, 0, 0);

    /// <summary>Whether a note is due.</summary>
    public bool IsDue => Ioi != Vocabulary.NoIoi;

    /// <summary>Whether the last note lies a known number of steps, not 0, away from what stood there.</summary>
    public bool IsTransposed => Steps is not (0 or UnisonSteps);
}
