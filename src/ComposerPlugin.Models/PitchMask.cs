namespace ComposerPlugin.Models;

/// <summary>Which pitches a note of an answer may have.</summary>
internal static class PitchMask
{
    /// <summary>Allows a range, save one pitch unless it is the only one.</summary>
    /// <param name="allowed">For each pitch whether it is allowed.</param>
    /// <param name="lowest">The lowest pitch.</param>
    /// <param name="highest">The highest pitch, not below the lowest.</param>
    /// <param name="save">A pitch that was heard too often, or <see cref="Sampler.Nothing"/>.</param>
    public static void Fill(Span<bool> allowed, int lowest, int highest, int save)
    {
        allowed.Clear();
        allowed[lowest..(highest + 1)].Fill(true);
        if (lowest < highest && save != Sampler.Nothing)
            allowed[save] = false;
    }
}
