namespace ComposerPlugin.Trainer.Evaluation;

/// <summary>
/// The form of a melody as a letter for each bar. Equal bars have equal letters. A bar that shares at least half of its notes with an
/// earlier one has the letter of the most similar one with a prime, and any other bar a new letter. The same rhythm alone gives no prime:
/// in a reel nearly all bars have it.
/// </summary>
internal sealed class FormLetters
{
    /// <summary>The lag of a bar that refers to no earlier one.</summary>
    public const int New = 0;

    /// <summary>The lag of a bar in which no note begins.</summary>
    public const int Silent = -1;

    private const double LeastShared = 0.5;
    private const double Equal = 2;
    private const string SilentLetter = "-", Prime = "'";

    private readonly List<string> _letters = [];
    private readonly List<int> _lags = [];

    /// <summary>Finds the form of bars.</summary>
    public FormLetters(IReadOnlyList<Bar> bars)
    {
        int letters = 0;
        for (int i = 0; i < bars.Count; i++)
        {
            var (earlier, likeness) = MostSimilar(bars, i);
            _lags.Add(bars[i].IsEmpty ? Silent : likeness < LeastShared ? New : i - earlier);
            _letters.Add(
                bars[i].IsEmpty ? SilentLetter
                : likeness < LeastShared ? $"{(char)('a' + letters++)}"
                : likeness < Equal ? _letters[earlier].TrimEnd(Prime[0]) + Prime
                : _letters[earlier]);
        }
    }

    /// <summary>
    /// For each bar how many bars before it the bar stands to which it refers; else <see cref="New"/> or <see cref="Silent"/>.
    /// </summary>
    public IReadOnlyList<int> Lags => _lags;

    /// <summary>The letters, in groups of four bars.</summary>
    public override string ToString() => string.Join(' ', _letters.Chunk(4).Select(group => string.Concat(group)));

    // Of several, the nearest.
    private static (int Earlier, double Likeness) MostSimilar(IReadOnlyList<Bar> bars, int bar)
    {
        var (best, most) = (0, 0.0);
        for (int earlier = bar - 1; earlier >= 0; earlier--)
        {
            double likeness = bars[bar].Equals(bars[earlier]) ? Equal : bars[bar].SharedWith(bars[earlier]);
            if (likeness > most)
                (best, most) = (earlier, likeness);
        }
        return (best, most);
    }
}
