namespace ComposerPlugin.Music;

/// <summary>The note that followed the latest longest earlier occurrence of what was just played.</summary>
/// <param name="Pitch">Its pitch, or <see cref="Vocabulary.NoPitch"/> when nothing matched.</param>
/// <param name="Ioi">The gap class before it, or <see cref="Vocabulary.NoIoi"/>.</param>
/// <param name="Duration">Its duration class, or <see cref="Vocabulary.NoDuration"/>.</param>
/// <param name="Length">How long the match is, in the classes of <see cref="LengthClass"/>; 0 when nothing matched.</param>
public readonly record struct MotifHint(int Pitch, int Ioi, int Duration, int Length)
{
    /// <summary>Match length classes.</summary>
    public const int Lengths = 21;

    /// <summary>Nothing matched.</summary>
    public static MotifHint None { get; } = new(Vocabulary.NoPitch, Vocabulary.NoIoi, Vocabulary.NoDuration, 0);

    /// <summary>The class of a match of so many notes: exact to 15, then in sixteens.</summary>
    public static int LengthClass(int notes) => notes < 16 ? notes : Math.Min(15 + (notes / 16), Lengths - 1);
}
