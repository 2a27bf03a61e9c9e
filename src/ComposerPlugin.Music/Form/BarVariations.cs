namespace ComposerPlugin.Music;

/// <summary>
/// Where bars differ that vary an earlier one: mostly from some place on to their end, or else from their beginning to some place. One
/// thread at a time while it learns; then any.
/// </summary>
public sealed class BarVariations
{
    private readonly int[] _counts = new int[BarSpan.Parts * (BarSpan.Parts + 1)];
    private int _all;

    /// <summary>The parts that differed, and how often.</summary>
    public IEnumerable<(BarSpan Span, int Count)> Spans =>
        from index in Enumerable.Range(0, _counts.Length)
        where _counts[index] > 0
        select (At(index), _counts[index]);

    /// <summary>Whether nothing is known.</summary>
    public bool IsEmpty => _all == 0;

    /// <summary>Learns that a part differed.</summary>
    /// <param name="span">The part.</param>
    /// <param name="times">How often.</param>
    public void Learn(BarSpan span, int times = 1)
    {
        _counts[(span.First * (BarSpan.Parts + 1)) + span.End] += times;
        _all += times;
    }

    /// <summary>Draws the part that differs; the whole bar if nothing is known.</summary>
    /// <param name="random">A random number, 0 or more and less than 1.</param>
    public BarSpan Draw(double random)
    {
        double left = random * _all;
        for (int i = 0; i < _counts.Length; i++)
        {
            left -= _counts[i];
            if (left < 0)
                return At(i);
        }
        return BarSpan.All;
    }

    private static BarSpan At(int index) => new(index / (BarSpan.Parts + 1), index % (BarSpan.Parts + 1));
}
