namespace ComposerPlugin.Music;

/// <summary>
/// How much a kind of music uses each degree of its major and minor keys. The key of a phrase is the one in which it is likeliest (naive
/// Bayes): in a few bars of a tune it is found more often than by the profiles of the <see cref="KeyTracker"/>, which are those of other
/// music. One thread at a time while it learns; then any.
/// </summary>
public sealed class KeyProfiles
{
    /// <summary>Major and minor.</summary>
    public const int Modes = 2;

    // A note counts as at most a half note, and a tune as so much in all.
    private const int LongestNote = 2 * Ticks.PerQuarter, TuneWeight = 100;

    // Fewer notes fit too many keys.
    private const int FewestNotes = 6;

    private readonly long[] _weights = new long[Modes * PhraseEndings.Degrees];

    /// <summary>Whether nothing is known.</summary>
    public bool IsEmpty => _weights.AsSpan().IndexOfAnyExcept(0) < 0;

    /// <summary>How long each degree of a mode was played.</summary>
    /// <param name="mode">0 for major, 1 for minor.</param>
    public ReadOnlySpan<long> Weights(int mode) => _weights.AsSpan(mode * PhraseEndings.Degrees, PhraseEndings.Degrees);

    /// <summary>Learns how long a degree was played.</summary>
    /// <param name="mode">0 for major, 1 for minor.</param>
    /// <param name="degree">The degree, in semitones above the tonic.</param>
    /// <param name="weight">How long.</param>
    public void Learn(int mode, int degree, long weight) => _weights[(mode * PhraseEndings.Degrees) + degree] += weight;

    /// <summary>Learns a tune, if it ends on the tonic of its key: then the key is certain.</summary>
    /// <param name="memory">The tune.</param>
    /// <param name="end">The bar after its last.</param>
    /// <param name="key">The key class of the whole tune (<see cref="KeyOf"/>).</param>
    /// <param name="last">The pitch of its last note.</param>
    public void Learn(FormMemory memory, int end, int key, int last)
    {
        if (key == 0 || KeyTracker.TonicOf(key) != last % PhraseEndings.Degrees)
            return;
        Span<double> weights = stackalloc double[PhraseEndings.Degrees];
        Weigh(memory, 0, end, weights);
        double sum = 0;
        foreach (double weight in weights)
            sum += weight;
        for (int degree = 0; degree < weights.Length; degree++)
        {
            double share = weights[(degree + KeyTracker.TonicOf(key)) % weights.Length] / sum;
            Learn((key - 1) / PhraseEndings.Degrees, degree, (long)Math.Round(share * TuneWeight));
        }
    }

    /// <summary>The key class of a whole tune by the profiles of the <see cref="KeyTracker"/>; 0 if it has too few notes.</summary>
    /// <param name="memory">The tune.</param>
    /// <param name="end">The bar after its last.</param>
    public static int KeyOf(FormMemory memory, int end)
    {
        Span<double> weights = stackalloc double[PhraseEndings.Degrees];
        return Weigh(memory, 0, end, weights) < FewestNotes ? 0 : KeyTracker.Estimate(weights);
    }

    /// <summary>The key class of bars of a melody (<see cref="KeyTracker"/>); 0 if it has too few notes, or nothing is known.</summary>
    /// <param name="memory">The melody.</param>
    /// <param name="first">The first bar.</param>
    /// <param name="end">The bar after the last.</param>
    public int Estimate(FormMemory memory, int first, int end)
    {
        Span<double> weights = stackalloc double[PhraseEndings.Degrees];
        if (IsEmpty || Weigh(memory, first, end, weights) < FewestNotes)
            return 0;
        int best = 0;
        double highest = double.NegativeInfinity;
        for (int key = 1; key < KeyTracker.Keys; key++)
        {
            double fit = Fit(weights, key);
            if (fit > highest)
                (highest, best) = (fit, key);
        }
        return best;
    }

    // The logarithm of the likelihood of the weights in a key. One more of each degree, so that none is impossible.
    private double Fit(ReadOnlySpan<double> weights, int key)
    {
        var profile = Weights((key - 1) / PhraseEndings.Degrees);
        double fit = 0, all = 0;
        foreach (long weight in profile)
            all += weight + 1;
        for (int degree = 0; degree < profile.Length; degree++)
            fit += weights[(degree + KeyTracker.TonicOf(key)) % profile.Length] * Math.Log((profile[degree] + 1) / all);
        return fit;
    }

    // Returns the number of notes.
    private static int Weigh(FormMemory memory, int first, int end, Span<double> weights)
    {
        weights.Clear();
        int notes = 0;
        for (int bar = first; bar < end; bar++)
        {
            foreach (ref readonly var note in memory.NotesOf(bar))
            {
                weights[note.Pitch % weights.Length] += Math.Min(Vocabulary.DurationTicks(note.Duration), LongestNote);
                notes++;
            }
        }
        return notes;
    }
}
