namespace ComposerPlugin.Music;

/// <summary>
/// How often a kind of music breathes (<see cref="BarRest.Breathes"/>) where a line of four bars ends, and in the bars between. One thread
/// at a time while it learns; then any.
/// </summary>
public sealed class PhraseBreaths
{
    /// <summary>The end of all other bars, for which see <see cref="Learn"/>.</summary>
    public const int Within = 0;

    private readonly (int Long, int All)[] _counts = new (int, int)[1 + (FormHint.PhraseBars / PhraseEndings.PhraseBars)];

    /// <summary>The ends: after how many bars, <see cref="Within"/> for other bars; and how many of how many breathe.</summary>
    public IEnumerable<(int Bars, int Long, int All)> Ends =>
        from end in Enumerable.Range(0, _counts.Length)
        select (end * PhraseEndings.PhraseBars, _counts[end].Long, _counts[end].All);

    /// <summary>Learns how many bars breathe.</summary>
    /// <param name="bars">After how many bars a line ends with them, or <see cref="Within"/> if none does.</param>
    /// <param name="breathing">How many of them breathe.</param>
    /// <param name="all">How many they are.</param>
    public void Learn(int bars, int breathing, int all)
    {
        ref var counts = ref _counts[bars / PhraseEndings.PhraseBars];
        counts = (counts.Long + breathing, counts.All + all);
    }

    /// <summary>
    /// With which probability to have a line breathe, so that with those that breathe by themselves, as often as other bars do, as many do
    /// as in the music.
    /// </summary>
    /// <param name="bars">After how many bars the line ends.</param>
    public double Probability(int bars)
    {
        double within = Share(Within);
        return within < 1 ? Math.Max(0, (Share(bars) - within) / (1 - within)) : 0;
    }

    private double Share(int bars)
    {
        var (breathing, all) = _counts[bars / PhraseEndings.PhraseBars];
        return all == 0 ? 0 : (double)breathing / all;
    }
}
