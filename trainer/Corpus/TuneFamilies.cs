using ComposerPlugin.Music;

namespace ComposerPlugin.Trainer.Corpus;

/// <summary>
/// Groups tunes into families: two tunes belong together when they share a run of <see cref="Run"/> steps, a step being the
/// interval from the note before and the duration. Transposed copies and variants of a tune so fall into one family.
/// </summary>
internal static class TuneFamilies
{
    public const int Run = 16;

    // A scale or a repeated figure is common property: a run must turn at least this often to say anything.
    private const int FewestIntervals = 4;

    /// <summary>The family number of each phrase: the index of the first phrase of its family.</summary>
    /// <param name="melodies">The tunes' melodies.</param>
    /// <param name="songs">A number for each tune; those of one song are of one family whatever their notes.</param>
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

    /// <summary>What two tunes have in common when they are copies of each other, whatever their key.</summary>
    public static UInt128 Fingerprint(Phrase phrase)
    {
        UInt128 hash = (UInt128)phrase.Meter.BarTicks;
        for (int i = 0; i < phrase.Count; i++)
            hash = Mix(hash, i == 0 ? phrase[i].Onset : Interval(phrase, i), (phrase[i].Duration << 16) + (i == 0 ? 0 : phrase[i].Onset - phrase[i - 1].Onset));
        return hash;
    }

    private static IEnumerable<UInt128> Runs(Phrase phrase)
    {
        var intervals = new HashSet<int>();
        for (int start = 1; start + Run <= phrase.Count; start++)
        {
            UInt128 hash = 0;
            intervals.Clear();
            for (int i = start; i < start + Run; i++)
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
