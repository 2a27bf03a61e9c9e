using System.Runtime.CompilerServices;

namespace ComposerPlugin.Music;

/// <summary>
/// The key of music as it goes, by Krumhansl and Schmuckler (Krumhansl, Cognitive Foundations of Musical Pitch, 1990): the profile of a
/// key that correlates best with how long each pitch class has sounded. Earlier notes fade, so that a change of key is heard.
/// Key classes: 0 unknown, 1 to 12 the major keys from C up, 13 to 24 the minor keys from C up.
/// </summary>
public sealed class KeyTracker
{
    /// <summary>Key classes, the unknown one included.</summary>
    public const int Keys = 25;

    // Fewer notes fit too many keys.
    private const int FewestNotes = 6;

    // A note weighs half after so many more.
    private const double HalfLife = 96;

    private static readonly double _fading = Math.Pow(0.5, 1 / HalfLife);

    private static readonly double[] _major = [6.35, 2.23, 3.48, 2.33, 4.38, 4.09, 2.52, 5.19, 2.39, 3.66, 2.29, 2.88];
    private static readonly double[] _minor = [6.33, 2.68, 3.52, 5.38, 2.60, 3.53, 2.54, 4.75, 3.98, 2.69, 3.34, 3.17];

    private Point _at;

    /// <summary>The key class of the notes so far.</summary>
    public int Key { get; private set; }

    /// <summary>The key class for weights of the twelve pitch classes, C first; 0 when they are all alike.</summary>
    public static int Of(ReadOnlySpan<double> weights)
    {
        int best = 0;
        double highest = 0;
        for (int tonic = 0; tonic < 12; tonic++)
        {
            Try(Correlation(weights, _major, tonic), 1 + tonic);
            Try(Correlation(weights, _minor, tonic), 13 + tonic);
        }
        return best;

        void Try(double correlation, int key)
        {
            if (correlation > highest)
                (highest, best) = (correlation, key);
        }
    }

    /// <summary>The pitch class of a key's tonic, 0 to 11.</summary>
    /// <param name="key">The key class, not the unknown one.</param>
    public static int TonicOf(int key) => (key - 1) % 12;

    /// <summary>The same key so many semitones higher.</summary>
    public static int Transpose(int key, int semitones)
    {
        if (key == 0)
            return 0;
        int mode = key > 12 ? 13 : 1;
        return mode + ((((key - mode + semitones) % 12) + 12) % 12);
    }

    /// <summary>How far to transpose from a key to the one whose scale has no accidentals, C major or A minor: -5 to 6 semitones; 0 for the unknown key.</summary>
    public static int ToWhiteKeys(int key)
    {
        if (key == 0)
            return 0;
        int tonic = key > 12 ? key - 13 + 3 : key - 1;    // of the parallel major: that of A minor is C
        return 6 - ((tonic + 6) % 12);
    }

    /// <summary>Hears a note.</summary>
    /// <param name="pitch">Its MIDI note number.</param>
    /// <param name="ticks">Its length; long ones count no more than a half note.</param>
    public void Hear(int pitch, int ticks)
    {
        for (int i = 0; i < 12; i++)
            _at.Weights[i] *= _fading;
        _at.Weights[pitch % 12] += Math.Min(ticks, 2 * Ticks.PerQuarter);
        _at.Notes++;
        Find();
    }

    /// <summary>Forgets everything.</summary>
    public void Clear() => Return(default);

    internal Point Here() => _at;

    internal void Return(Point point)
    {
        _at = point;
        Find();
    }

    private void Find() => Key = _at.Notes < FewestNotes ? 0 : Of(_at.Weights);

    // Pearson's, of the weights as the tonic hears them.
    private static double Correlation(ReadOnlySpan<double> weights, double[] profile, int tonic)
    {
        double meanWeight = 0, meanProfile = 0;
        for (int i = 0; i < 12; i++)
        {
            meanWeight += weights[i] / 12;
            meanProfile += profile[i] / 12;
        }
        double both = 0, weightSquares = 0, profileSquares = 0;
        for (int i = 0; i < 12; i++)
        {
            double weight = weights[(i + tonic) % 12] - meanWeight, expected = profile[i] - meanProfile;
            both += weight * expected;
            weightSquares += weight * weight;
            profileSquares += expected * expected;
        }
        return weightSquares > 0 ? both / Math.Sqrt(weightSquares * profileSquares) : 0;
    }

    internal struct Point
    {
        public PitchClasses Weights;
        public int Notes;
    }

    [InlineArray(12)]
    internal struct PitchClasses
    {
        private double _first;
    }
}
