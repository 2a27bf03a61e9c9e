using ComposerPlugin.Music;

namespace ComposerPlugin.Trainer.Evaluation;

/// <summary>
/// Finds the longest run of steps that a phrase shares with a corpus, a step being the interval from the previous note and the duration.
/// All suffixes of the corpus are sorted (a suffix array), so that a run is found by binary search.
/// </summary>
internal sealed class SharedRuns
{
    /// <summary>The largest result; longer runs count as this long.</summary>
    public const int Longest = 256;

    private readonly int[] _steps;
    private readonly int[] _order;

    /// <summary>Sorts the suffixes of a corpus.</summary>
    public SharedRuns(IEnumerable<Phrase> corpus)
    {
        var steps = new List<int>();
        foreach (var phrase in corpus)
        {
            steps.AddRange(Steps(phrase));
            steps.Add(~steps.Count);    // unique, so that no run crosses from one tune into the next
        }
        _steps = [.. steps];
        _order = [.. Enumerable.Range(0, _steps.Length)];
        Array.Sort(_order, (left, right) => Compare(_steps.AsSpan(left), _steps.AsSpan(right)));
    }

    /// <summary>The number of steps of the longest shared run.</summary>
    public int LongestIn(Phrase phrase)
    {
        int[] steps = Steps(phrase);
        int longest = 0;
        for (int start = 0; start < steps.Length - longest; start++)
            longest = Math.Max(longest, LongestFrom(steps.AsSpan(start)));
        return longest;
    }

    private static int[] Steps(Phrase phrase)
    {
        int[] steps = new int[Math.Max(phrase.Count - 1, 0)];
        for (int i = 0; i < steps.Length; i++)
            {
                int interval = phrase[i + 1].Pitch.Number - phrase[i].Pitch.Number;
                steps[i] = ((interval + Pitch.Count) << 16) | Math.Min(phrase[i + 1].Duration, ushort.MaxValue);
            }
        return steps;
    }

    // The best match is next to the position at which the run itself would be inserted.
    private int LongestFrom(ReadOnlySpan<int> run)
    {
        int low = 0, high = _order.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (Compare(_steps.AsSpan(_order[middle]), run) < 0)
                low = middle + 1;
            else
                high = middle;
        }
        int before = low > 0 ? Common(_steps.AsSpan(_order[low - 1]), run) : 0;
        int after = low < _order.Length ? Common(_steps.AsSpan(_order[low]), run) : 0;
        return Math.Max(before, after);
    }

    private static int Compare(ReadOnlySpan<int> left, ReadOnlySpan<int> right) => Cut(left).SequenceCompareTo(Cut(right));

    private static int Common(ReadOnlySpan<int> left, ReadOnlySpan<int> right) => Cut(left).CommonPrefixLength(Cut(right));

    private static ReadOnlySpan<int> Cut(ReadOnlySpan<int> run) => run.Length > Longest ? run[..Longest] : run;
}
