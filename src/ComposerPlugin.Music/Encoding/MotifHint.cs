namespace ComposerPlugin.Music;

/// <summary>The note that followed the longest earlier match of the most recent notes; of equally long matches, the latest.</summary>
/// <param name="Pitch">The pitch, or <see cref="Vocabulary.NoPitch"/> without a match.</param>
/// <param name="Ioi">The IOI class, or <see cref="Vocabulary.NoIoi"/>.</param>
/// <param name="Duration">The duration class, or <see cref="Vocabulary.NoDuration"/>.</param>
/// <param name="Length">The class of the match length (<see cref="LengthClass"/>); 0 without a match.</param>
public readonly record struct MotifHint(int Pitch, int Ioi, int Duration, int Length)
{
    /// <summary>The number of match length classes.</summary>
    public const int Lengths = 21;

    /// <summary>The hint without a match.</summary>
    public static MotifHint None { get; } = new(Vocabulary.NoPitch, Vocabulary.NoIoi, Vocabulary.NoDuration, 0);

    /// <summary>The class of a match length in notes: exact up to 15, then in steps of 16.</summary>
    public static int LengthClass(int notes) => notes < 16 ? notes : Math.Min(15 + (notes / 16), Lengths - 1);
}
