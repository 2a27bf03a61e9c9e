using ComposerPlugin.Music;

namespace ComposerPlugin.Sessions;

/// <summary>The pitches that the controls allow in answers.</summary>
/// <param name="Lowest">The lowest note.</param>
/// <param name="Highest">The highest note.</param>
/// <param name="Tonic">The key's pitch class.</param>
/// <param name="Scale">The scale that answers are locked to.</param>
internal readonly record struct AllowedPitches(int Lowest, int Highest, int Tonic, Scale Scale)
{
    // An octave has a note of every scale.
    private const int LeastRange = 12;

    /// <summary>Draws a range of at least an octave, a tonic and a scale.</summary>
    public static AllowedPitches Draw(Random random)
    {
        int lowest = random.Next(3) == 0 ? 0 : random.Next(20, 90);
        int highest = random.Next(3) == 0 ? Pitch.Count - 1 : Math.Min(lowest + LeastRange + random.Next(40), Pitch.Count - 1);
        return new(lowest, highest, random.Next(12), Scale.Named[random.Next(Scale.Named.Count)].Scale);
    }

    public bool Allows(int pitch) => pitch >= Lowest && pitch <= Highest && Scale.Contains(pitch, Tonic);

    public override string ToString()
    {
        var scale = Scale;
        return $"{new Pitch((byte)Lowest)} to {new Pitch((byte)Highest)}, "
            + $"{Scale.Named.First(named => named.Scale == scale).Name} on {new Pitch((byte)(60 + Tonic))}";
    }
}
