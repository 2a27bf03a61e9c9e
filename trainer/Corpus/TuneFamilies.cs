using ComposerPlugin.Music;

namespace ComposerPlugin.Trainer.Corpus;

/// <summary>
/// Groups tunes into families: two tunes are related if they share a run of <see cref="RunLength"/> steps, a step being the interval from
/// the previous note and the duration. Transposed copies and variants of a tune therefore fall into one family.
/// </summary>
internal static class TuneFamilies
{
    /// <summary>The number of equal steps that makes two tunes related.</summary>
    public const int RunLength = 16;

    // A scale or a repeated pattern occurs in unrelated tunes: a run counts only with this many different intervals.
    private const int FewestIntervals = 4;

    /// <summary>The family number of each phrase: the index of the first phrase of its family.</summary>
    /// <param name="melodies">The melodies of the tunes.</param>
    /// <param name="songs">The song number of each tune; tunes of one song are always of one family. Null to compare notes only.</param>
    public static int[] Group(IReadOnlyList<Phrase> melodies, IReadOnlyList<int>? songs = null)
    {
        int[] parent = [.. Enumerable.Range(0, melodies.Count)];
        var seen = new Dictionary<UInt128, int>();
        for (int tune = 0; tune < melodies.Count; tune++)
        {
            foreach (var run in Runs(melodies[tune]))
            {
                if (!seen.TryAdd(run, tune))
                    Join(parent, seen[run], tune);
            }
        }
        for (int tune = 1; songs is not null && tune < melodies.Count; tune++)
        {
            if (songs[tune] == songs[tune - 1])
                Join(parent, tune - 1, tune);
        }
        return [.. Enumerable.Range(0, melodies.Count).Select(tune => Root(parent, tune))];
    }

    /// <summary>A hash that is equal for copies of a tune, in any key.</summary>
    public static UInt128 Fingerprint(Phrase phrase)
    {
        UInt128 hash = (UInt128)phrase.Meter.BarTicks;
        for (int i = 0; i < phrase.Count; i++)
        {
            int length = (phrase[i].Duration << 16) + (i == 0 ? 0 : phrase[i].Onset - phrase[i - 1].Onset);
            hash = Mix(hash, i == 0 ? phrase[i].Onset : Interval(phrase, i), length);
        }
        return hash;
    }

    private static IEnumerable<UInt128> Runs(Phrase phrase)
    {
        var intervals = new HashSet<int>();
        for (int start = 1; start + RunLength <= phrase.Count; start++)
        {
            UInt128 hash = 0;
            intervals.Clear();
            for (int i = start; i < start + RunLength; i++)
            {
                intervals.Add(Interval(phrase, i));
                hash = Mix(hash, Interval(phrase, i), phrase[i].Duration);
            }
            if (intervals.Count >= FewestIntervals)
                yield return hash;
        }
    }

    private static int Interval(Phrase phrase, int index) => phrase[index].Pitch.Number - phrase[index - 1].Pitch.Number;

    private static UInt128 Mix(UInt128 hash, int interval, int length)
    {
        hash ^= ((UInt128)(uint)(interval + 128) << 32) + (uint)length + 1;
        hash *= new UInt128(0x9E3779B97F4A7C15, 0xF39CC0605CEDC835);
        return hash ^ (hash >> 67);
    }

    private static int Root(int[] parent, int tune)
    {
        while (parent[tune] != tune)
            tune = parent[tune] = parent[parent[tune]];
        return tune;
    }

    private static void Join(int[] parent, int left, int right)
    {
        (left, right) = (Root(parent, left), Root(parent, right));
        parent[Math.Max(left, right)] = Math.Min(left, right);
    }
}
