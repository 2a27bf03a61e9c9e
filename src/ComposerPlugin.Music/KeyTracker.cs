using System.Runtime.CompilerServices;

namespace ComposerPlugin.Music;

/// <summary>
/// Key estimation by Krumhansl and Schmuckler (Krumhansl, Cognitive Foundations of Musical Pitch, 1990): the key whose profile correlates
/// best with the total duration of each pitch class. Older notes weigh less, so that the estimate follows a change of key.
/// Key classes: 0 is unknown, 1 to 12 are the major keys from C up, 13 to 24 the minor keys from C up.
/// </summary>
public sealed class KeyTracker
{
    /// <summary>The number of key classes, including unknown.</summary>
    public const int Keys = 25;

    // With fewer notes the estimate is arbitrary: too many keys fit.
    private const int MinNotes = 6;

    // In notes: a note's weight halves after this many newer ones.
    private const double HalfLife = 96;

    private static readonly double _decay = Math.Pow(0.5, 1 / HalfLife);

    private static readonly double[] _major = [6.35, 2.23, 3.48, 2.33, 4.38, 4.09, 2.52, 5.19, 2.39, 3.66, 2.29, 2.88];
    private static readonly double[] _minor = [6.33, 2.68, 3.52, 5.38, 2.60, 3.53, 2.54, 4.75, 3.98, 2.69, 3.34, 3.17];

    private Point _at;

    /// <summary>The key class of the notes so far; 0 before the sixth note.</summary>
    public int Key { get; private set; }

    /// <summary>Estimates the key class from the weights of the twelve pitch classes, C first; 0 if all weights are equal.</summary>
    public static int Estimate(ReadOnlySpan<double> weights)
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
    /// <param name="key">The key class, 1 to 24.</param>
    public static int TonicOf(int key) => (key - 1) % 12;

    /// <summary>Transposes a key class by semitones; unknown stays unknown.</summary>
    public static int Transpose(int key, int semitones)
    {
        if (key == 0)
            return 0;
        int mode = key > 12 ? 13 : 1;
        return mode + ((((key - mode + semitones) % 12) + 12) % 12);
    }

    /// <summary>Semitones from a key to C major or A minor, the keys without accidentals: -5 to 6; 0 for the unknown key.</summary>
    public static int ToWhiteKeys(int key)
    {
        if (key == 0)
            return 0;
        int tonic = key > 12 ? key - 13 + 3 : key - 1;    // of the relative major: that of A minor is C major
        return 6 - ((tonic + 6) % 12);
    }

    /// <summary>Adds a note and updates <see cref="Key"/>.</summary>
    /// <param name="pitch">The MIDI note number.</param>
    /// <param name="ticks">The duration in ticks; it counts as at most a half note.</param>
    public void Hear(int pitch, int ticks)
    {
        for (int i = 0; i < 12; i++)
            _at.Weights[i] *= _decay;
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

    private void Find() => Key = _at.Notes < MinNotes ? 0 : Estimate(_at.Weights);

    // Pearson correlation of the profile with the weights, rotated so that the tonic comes first.
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
