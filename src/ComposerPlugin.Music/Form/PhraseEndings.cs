namespace ComposerPlugin.Music;

/// <summary>
/// On which degree of the scale the phrases of a kind of music end: at each fourth bar, and at the end of a tune. One thread at a time
/// while it learns; then any.
/// </summary>
public sealed class PhraseEndings
{
    /// <summary>The number of degrees: semitones above the tonic.</summary>
    public const int Degrees = 12;

    /// <summary>The result of <see cref="Draw"/> if nothing is known.</summary>
    public const int Unknown = -1;

    private const int PhraseBars = 4, Fifth = 7;

    private readonly int[] _counts = new int[(1 + (FormHint.PhraseBars / PhraseBars)) * Degrees];

    /// <summary>The ends: after how many bars, 0 for that of a tune; and how often each degree stood there.</summary>
    public IEnumerable<(int Bars, IReadOnlyList<int> Counts)> Ends =>
        from end in Enumerable.Range(0, _counts.Length / Degrees)
        select (end * PhraseBars, (IReadOnlyList<int>)_counts.AsSpan(end * Degrees, Degrees).ToArray());

    /// <summary>Whether a bar ends a phrase: whether it is a fourth one.</summary>
    /// <param name="place">Its place in the phrase (<see cref="FormHint.Place"/>).</param>
    public static bool EndsPhrase(int place) => place > 0 && place % PhraseBars == 0;

    /// <summary>How many bars a phrase has that ends at a place, counted in a circle of <see cref="FormHint.PhraseBars"/>.</summary>
    public static int BarsAt(int place) => ((place - 1) % FormHint.PhraseBars) + 1;

    /// <summary>Learns that a phrase ended on a degree.</summary>
    /// <param name="bars">After how many bars, a multiple of 4 up to <see cref="FormHint.PhraseBars"/>; 0: it ended a tune.</param>
    /// <param name="degree">The semitones above the tonic, 0 to 11.</param>
    /// <param name="times">How often.</param>
    public void Learn(int bars, int degree, int times = 1) => _counts[(bars / PhraseBars * Degrees) + degree] += times;

    /// <summary>
    /// Draws the degree on which an answer ends; <see cref="Unknown"/> if nothing is known. After four phrases it ends as a tune does.
    /// </summary>
    /// <param name="place">The place of its last bar in the phrase.</param>
    /// <param name="random">A random number, 0 or more and less than 1.</param>
    public int Draw(int place, double random) =>
        DrawFrom(EndsPhrase(place) && BarsAt(place) < FormHint.PhraseBars ? BarsAt(place) : 0, 0, random);

    /// <summary>
    /// Draws the degree of a half close: one on which phrases of eight bars end, but not the tonic; the fifth if nothing is known.
    /// </summary>
    /// <param name="random">A random number, 0 or more and less than 1.</param>
    public int DrawHalf(double random)
    {
        int degree = DrawFrom(2 * PhraseBars, 1, random);
        return degree == Unknown ? Fifth : degree;
    }

    private int DrawFrom(int bars, int first, double random)
    {
        var counts = _counts.AsSpan(bars / PhraseBars * Degrees, Degrees);
        double left = 0;
        foreach (int count in counts[first..])
            left += count;
        left *= random;
        for (int degree = first; degree < Degrees; degree++)
        {
            left -= counts[degree];
            if (left < 0)
                return degree;
        }
        return Unknown;
    }
}
