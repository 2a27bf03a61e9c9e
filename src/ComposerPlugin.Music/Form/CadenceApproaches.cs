namespace ComposerPlugin.Music;

/// <summary>
/// On which degrees a kind of music approaches the note on which a line rests, by the degree of that note and by how far it is. One thread
/// at a time while it learns; then any.
/// </summary>
public sealed class CadenceApproaches
{
    /// <summary>From how far a rest is approached, in eighths of a bar.</summary>
    public const int Parts = BarSpan.Parts;

    // The model expects some of it already.
    private const float Strength = 0.5f;

    // As many notes before any rest are added to each count.
    private const float Prior = 10;

    private readonly int[] _counts = new int[PhraseEndings.Degrees * Parts * PhraseEndings.Degrees];

    /// <summary>
    /// For each degree of rest and each distance in eighths of a bar that were learned: how often each degree stood there.
    /// </summary>
    public IEnumerable<(int Degree, int Parts, IReadOnlyList<int> Counts)> All =>
        from rest in Enumerable.Range(0, PhraseEndings.Degrees)
        from parts in Enumerable.Range(1, Parts)
        let counts = Counts(rest, parts).ToArray()
        where counts.Any(count => count > 0)
        select (rest, parts, (IReadOnlyList<int>)counts);

    /// <summary>How many eighths of a bar a note is before a rest, from 1 on.</summary>
    /// <param name="ticks">The ticks from its onset to that of the rest, at least 1.</param>
    /// <param name="barTicks">The ticks of a bar.</param>
    public static int PartsOf(long ticks, int barTicks) => (int)(((ticks * Parts) + barTicks - 1) / barTicks);

    /// <summary>Learns that a degree stood before a rest.</summary>
    /// <param name="rest">The degree of the rest, in semitones above the tonic.</param>
    /// <param name="parts">How far before it, 1 to <see cref="Parts"/>.</param>
    /// <param name="degree">The degree.</param>
    /// <param name="times">How often.</param>
    public void Learn(int rest, int parts, int degree, int times = 1) => Counts(rest, parts)[degree] += times;

    /// <summary>
    /// How much likelier than before any rest each degree is before this one: half the logarithm of the ratio. 0 if nothing is known.
    /// </summary>
    /// <param name="rest">The degree of the rest, in semitones above the tonic.</param>
    /// <param name="parts">How far before it, 1 to <see cref="Parts"/>.</param>
    /// <param name="leans">For each degree, [<see cref="PhraseEndings.Degrees"/>].</param>
    public void Fill(int rest, int parts, Span<float> leans)
    {
        Span<float> usual = stackalloc float[PhraseEndings.Degrees];
        usual.Fill(1);
        for (int other = 0; other < PhraseEndings.Degrees; other++)
        {
            var counts = Counts(other, parts);
            for (int degree = 0; degree < usual.Length; degree++)
                usual[degree] += counts[degree];
        }
        float all = 0, known = 0;
        for (int degree = 0; degree < usual.Length; degree++)
            (all, known) = (all + usual[degree], known + Counts(rest, parts)[degree]);
        for (int degree = 0; degree < usual.Length; degree++)
        {
            float share = usual[degree] / all;
            leans[degree] = Strength * MathF.Log((Counts(rest, parts)[degree] + (Prior * share)) / ((known + Prior) * share));
        }
    }

    private Span<int> Counts(int rest, int parts) =>
        _counts.AsSpan(((rest * Parts) + parts - 1) * PhraseEndings.Degrees, PhraseEndings.Degrees);
}
