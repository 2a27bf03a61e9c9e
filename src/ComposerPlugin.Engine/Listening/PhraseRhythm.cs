using ComposerPlugin.Music;

namespace ComposerPlugin.Engine;

/// <summary>
/// [audio] The rhythm of the current phrase: its IOIs and its longest rest. A rest ends a phrase if it is long for that phrase (compare the
/// gap score of Temperley, The Cognition of Basic Musical Structures, 2001, which is relative to the mean).
/// </summary>
public sealed class PhraseRhythm
{
    /// <summary>The shortest rest that ends a phrase, in ticks.</summary>
    public const int ShortestRest = Ticks.PerQuarter / 2;

    // Onsets at most so many ticks apart are one chord; a rest this short is articulation.
    private const int Together = 2;

    private const int Remembered = 16;

    private readonly int[] _intervals = new int[Remembered];
    private int _count;
    private bool _hasOnset;
    private long _onset;
    private long _end;
    private int _longestRest;

    /// <summary>[audio] The number of its IOIs.</summary>
    public int Intervals => _count;

    /// <summary>[audio] The longest IOI, in ticks.</summary>
    public int Longest { get; private set; }

    /// <summary>[audio] The median of the last IOIs, in ticks. A single note has no IOI; its length is used instead.</summary>
    public int Median => _count == 0 ? (int)Math.Clamp(_end - _onset, 0, Vocabulary.LongestTicks) : MedianOf(_intervals, _count);

    /// <summary>[audio] A phrase begins with the next note.</summary>
    public void Begin() => (_count, _hasOnset, _longestRest, Longest) = (0, false, 0, 0);

    /// <summary>[audio] A note begins.</summary>
    public void NoteOn(long tick, bool afterSilence)
    {
        if (_hasOnset && tick - _onset <= Together)
            return;
        if (_hasOnset)
            _intervals[_count++ % Remembered] = IntervalTo(tick);
        Longest = _hasOnset ? Math.Max(Longest, IntervalTo(tick)) : 0;
        if (_hasOnset && afterSilence && tick - _end > Together)
            _longestRest = (int)Math.Clamp(tick - _end, _longestRest, Vocabulary.LongestTicks);
        (_hasOnset, _onset) = (true, tick);
    }

    /// <summary>[audio] The ticks from the last onset to a tick.</summary>
    public int IntervalTo(long tick) => (int)Math.Min(tick - _onset, Vocabulary.LongestTicks);

    /// <summary>[audio] A note ends.</summary>
    public void NoteOff(long tick) => _end = tick;

    /// <summary>
    /// [audio] The rest that ends this phrase, in ticks: an eighth more than its median IOI, and at least 5/4 of any rest inside it; at
    /// most a bar.
    /// </summary>
    /// <param name="barTicks">The length of a bar, in ticks.</param>
    public int RestTicks(int barTicks)
    {
        int rest = Math.Max(Median + ShortestRest, 5 * _longestRest / 4);
        return Math.Min(rest, Math.Max(barTicks, ShortestRest));
    }

    private static int MedianOf(int[] intervals, int all)
    {
        int count = Math.Min(all, Remembered);
        // Insertion sort: Span.Sort allocates a delegate when compiled ahead of time.
        Span<int> sorted = stackalloc int[Remembered];
        for (int i = 0; i < count; i++)
        {
            int at = i;
            for (; at > 0 && sorted[at - 1] > intervals[i]; at--)
                sorted[at] = sorted[at - 1];
            sorted[at] = intervals[i];
        }
        return sorted[count / 2];
    }
}
