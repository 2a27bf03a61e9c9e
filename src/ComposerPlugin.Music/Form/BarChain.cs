namespace ComposerPlugin.Music;

/// <summary>
/// How the bars of a kind of music refer to earlier ones: a Markov chain of <see cref="BarReference"/>s, each conditioned on its place in
/// the phrase and on the two before. Contexts that are rare lean on those that are shorter (interpolated; Witten and Bell, The
/// Zero-Frequency Problem, 1991). One thread at a time while it learns; then any.
/// </summary>
public sealed class BarChain
{
    private const int AnyBar = -1;

    // Contexts: the place; the place and the bar before; the place and the two bars before.
    private readonly Dictionary<(int Place, int Last, int Before), int[]> _counts = [];

    /// <summary>
    /// All contexts, and how often each reference followed, from which <see cref="Learn"/> makes the chain again, but for the rarer
    /// contexts of two bars: they are in that of the first bar alone.
    /// </summary>
    /// <param name="fewest">How often a context of two bars occurred that is not rare.</param>
    public IEnumerable<(int Place, BarReference Last, BarReference? Before, int[] Counts)> Contexts(int fewest)
    {
        var ofOneBar = _counts.Where(entry => entry.Key is { Last: not AnyBar, Before: AnyBar });
        foreach (var ((place, last, _), all) in ofOneBar.OrderBy(entry => entry.Key))
        {
            int[] left = [.. all];
            for (int before = 0; before < BarReference.Count; before++)
            {
                if (!_counts.TryGetValue((place, last, before), out int[]? counts) || counts.Sum() < fewest)
                    continue;
                for (int i = 0; i < left.Length; i++)
                    left[i] -= counts[i];
                yield return (place, BarReference.At(last), BarReference.At(before), counts);
            }
            if (left.Any(count => count > 0))
                yield return (place, BarReference.At(last), null, left);
        }
    }

    /// <summary>Learns that a reference followed.</summary>
    /// <param name="place">The place of its bar in the phrase (<see cref="FormHint.Place"/>).</param>
    /// <param name="last">The reference of the bar before.</param>
    /// <param name="before">That of the one before it; null if it is not known.</param>
    /// <param name="next">The reference.</param>
    /// <param name="times">How often.</param>
    public void Learn(int place, BarReference last, BarReference? before, BarReference next, int times = 1)
    {
        Counts(place, AnyBar, AnyBar)[next.Index] += times;
        Counts(place, last.Index, AnyBar)[next.Index] += times;
        if (before is { } known)
            Counts(place, last.Index, known.Index)[next.Index] += times;
    }

    /// <summary>Draws a reference.</summary>
    /// <param name="place">The place of its bar in the phrase.</param>
    /// <param name="last">The reference of the bar before.</param>
    /// <param name="before">That of the one before it.</param>
    /// <param name="possible">
    /// Which references are possible, [<see cref="BarReference.Count"/>]; <see cref="BarReference.New"/> always is.
    /// </param>
    /// <param name="sharpness">The exponent of the probabilities: 1 draws as the music does, more prefers what is usual.</param>
    /// <param name="random">A random number, 0 or more and less than 1.</param>
    public BarReference Draw(
        int place, BarReference last, BarReference before, ReadOnlySpan<bool> possible, double sharpness, double random)
    {
        Span<double> probabilities = stackalloc double[BarReference.Count];
        probabilities.Fill(1.0 / BarReference.Count);
        Lean(probabilities, (place, AnyBar, AnyBar));
        Lean(probabilities, (place, last.Index, AnyBar));
        Lean(probabilities, (place, last.Index, before.Index));
        double total = 0;
        for (int i = 0; i < probabilities.Length; i++)
        {
            probabilities[i] = i == 0 || possible[i] ? Math.Pow(probabilities[i], sharpness) : 0;
            total += probabilities[i];
        }
        double left = random * total;
        for (int i = 0; i < probabilities.Length; i++)
        {
            left -= probabilities[i];
            if (left < 0)
                return BarReference.At(i);
        }
        return BarReference.New;
    }

    private void Lean(Span<double> probabilities, (int Place, int Last, int Before) context)
    {
        if (!_counts.TryGetValue(context, out int[]? counts))
            return;
        int total = 0, types = 0;
        foreach (int count in counts)
            (total, types) = (total + count, types + (count > 0 ? 1 : 0));
        for (int i = 0; i < probabilities.Length; i++)
            probabilities[i] = (counts[i] + (types * probabilities[i])) / (total + types);
    }

    private int[] Counts(int place, int last, int before)
    {
        if (!_counts.TryGetValue((place, last, before), out int[]? counts))
            _counts[(place, last, before)] = counts = new int[BarReference.Count];
        return counts;
    }
}
