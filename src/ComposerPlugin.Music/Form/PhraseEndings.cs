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

    /// <summary>The end of a tune.</summary>
    public const int Tune = 0;

    /// <summary>The bars of a line.</summary>
    public const int PhraseBars = 4;

    private const int Fifth = 7;

    private readonly int[] _counts = new int[(1 + (FormHint.PhraseBars / PhraseBars)) * Degrees];

    /// <summary>The ends: after how many bars, <see cref="Tune"/> for that of a tune; and how often each degree stood there.</summary>
    public IEnumerable<(int Bars, IReadOnlyList<int> Counts)> Ends =>
        from end in Enumerable.Range(0, _counts.Length / Degrees)
        select (end * PhraseBars, (IReadOnlyList<int>)_counts.AsSpan(end * Degrees, Degrees).ToArray());

    /// <summary>The degree of a pitch, in semitones above the tonic.</summary>
    /// <param name="pitch">The MIDI note number, or the pitch class.</param>
    /// <param name="tonic">The pitch class of the tonic.</param>
    public static int DegreeOf(int pitch, int tonic) => (pitch + Degrees - tonic) % Degrees;

    /// <summary>Whether a bar ends a phrase: whether it is a fourth one.</summary>
    /// <param name="place">Its place in the phrase (<see cref="FormHint.Place"/>).</param>
    public static bool EndsPhrase(int place) => place > 0 && place % PhraseBars == 0;

    /// <summary>How many bars a phrase has that ends at a place, counted in a circle of <see cref="FormHint.PhraseBars"/>.</summary>
    public static int BarsAt(int place) => ((place - 1) % FormHint.PhraseBars) + 1;

    /// <summary>Learns that a phrase ended on a degree.</summary>
    /// <param name="bars">After how many bars, a multiple of 4 up to <see cref="FormHint.PhraseBars"/>; or <see cref="Tune"/>.</param>
    /// <param name="degree">The semitones above the tonic, 0 to 11.</param>
    /// <param name="times">How often.</param>
    public void Learn(int bars, int degree, int times = 1) => _counts[(bars / PhraseBars * Degrees) + degree] += times;

    /// <summary>
    /// As after how many bars an answer ends: as a tune does after four lines, its own or with those of the phrase, or if no line ends.
    /// </summary>
    /// <param name="place">The place of its last bar in the phrase.</param>
    /// <param name="bars">How many bars it has.</param>
    public static int EndOf(int place, int bars) =>
        EndsPhrase(place) && BarsAt(place) < FormHint.PhraseBars && bars < FormHint.PhraseBars ? BarsAt(place) : Tune;

    /// <summary>Draws a degree on which a phrase ends; <see cref="Unknown"/> if none is known.</summary>
    /// <param name="bars">
    /// After how many bars it ends, a multiple of 4 up to <see cref="FormHint.PhraseBars"/>; or <see cref="Tune"/>.
    /// </param>
    /// <param name="scale">The degrees that it may end on.</param>
    /// <param name="random">A random number, 0 or more and less than 1.</param>
    public int Draw(int bars, Scale scale, double random) => DrawFrom(bars, 0, scale, random);

    /// <summary>
    /// Draws the degree of a half close: one on which phrases of eight bars end, but not the tonic; the fifth if nothing is known.
    /// </summary>
    /// <param name="scale">The degrees that it may end on.</param>
    /// <param name="random">A random number, 0 or more and less than 1.</param>
    public int DrawHalf(Scale scale, double random)
    {
        int degree = DrawFrom(2 * PhraseBars, 1, scale, random);
        return degree == Unknown ? Fifth : degree;
    }

    /// <summary>The degree on which most phrases end; <see cref="Unknown"/> if none is known.</summary>
    /// <param name="bars">As of <see cref="Draw"/>.</param>
    /// <param name="scale">The degrees that it may be.</param>
    public int Likeliest(int bars, Scale scale)
    {
        var counts = _counts.AsSpan(bars / PhraseBars * Degrees, Degrees);
        int likeliest = Unknown, most = 0;
        for (int degree = 0; degree < Degrees; degree++)
        {
            if (scale.Contains(degree, 0) && counts[degree] > most)
                (likeliest, most) = (degree, counts[degree]);
        }
        return likeliest;
    }

    private int DrawFrom(int bars, int first, Scale scale, double random)
    {
        var counts = _counts.AsSpan(bars / PhraseBars * Degrees, Degrees);
        double left = 0;
        for (int degree = first; degree < Degrees; degree++)
            left += scale.Contains(degree, 0) ? counts[degree] : 0;
        left *= random;
        for (int degree = first; degree < Degrees; degree++)
        {
            left -= scale.Contains(degree, 0) ? counts[degree] : 0;
            if (left < 0)
                return degree;
        }
        return Unknown;
    }
}
