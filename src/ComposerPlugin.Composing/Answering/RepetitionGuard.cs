using ComposerPlugin.Engine;
using ComposerPlugin.Music;

namespace ComposerPlugin.Composing;

/// <summary>
/// Suppresses repetition inside an answer: the same pitch too many times in a row, or a segment (a beat to four bars) played twice.
/// Repeating the player's own material once is allowed.
/// </summary>
/// <remarks>
/// A segment counts as repeated if, over its length and at least a bar, seven of eight notes have the pitch that was played one segment
/// earlier. The pitch that would continue the repetition is then not allowed.
/// </remarks>
/// <param name="memory">The notes so far.</param>
internal sealed class RepetitionGuard(MotifMemory memory)
{
    private const int LongestBars = 4;

    // Fewer notes are no segment.
    private const int FewestNotes = 3;

    // Two segments of sixteenths.
    private const int MostNotes = 2 * LongestBars * 16;

    private readonly int[] _onsets = new int[MostNotes];
    private readonly int[] _pitches = new int[MostNotes];
    private int _count;

    /// <summary>Disallows pitches that would repeat.</summary>
    /// <param name="allowed">Whether each pitch is allowed.</param>
    /// <param name="guard">How soon repetition is suppressed.</param>
    /// <param name="ioi">The IOI class before the note.</param>
    /// <param name="own">How many of the last notes are the plugin's own.</param>
    /// <param name="meter">The meter.</param>
    public void Forbid(Span<bool> allowed, RepeatGuardStrength guard, int ioi, int own, Meter meter)
    {
        if (guard == RepeatGuardStrength.Off || own == 0)
            return;
        Read(ioi);
        int run = 0;
        while (run < Math.Min(own, _count) && _pitches[run] == _pitches[0])
            run++;
        if (run >= LongestRun(guard))
            allowed[_pitches[0]] = false;

        int ownTicks = _onsets[Math.Min(own, _count) - 1];
        for (int period = meter.BeatTicks; period <= LongestBars * meter.BarTicks; period += meter.BeatTicks)
        {
            int window = Window(guard, period, meter);
            if (window <= ownTicks && IsRepeated(period, window))
                Forbid(allowed, period);
        }
    }

    // Models tend to get stuck on a pitch; players repeat it two to four times.
    private static int LongestRun(RepeatGuardStrength guard) => guard == RepeatGuardStrength.Strong ? 2 : 4;

    private static int Window(RepeatGuardStrength guard, int period, Meter meter) =>
        guard == RepeatGuardStrength.Strong ? Math.Max(meter.BarTicks / 2, meter.BeatTicks) : Math.Max(period, meter.BarTicks);

    // The last notes, the latest first, in ticks before the next one.
    private void Read(int ioi)
    {
        int before = ioi;
        _count = 0;
        for (int i = memory.Count - 1; i >= 0 && _count < MostNotes; i--)
        {
            (_onsets[_count], _pitches[_count]) = (before, memory[i].Pitch);
            _count++;
            before += memory[i].Ioi;
        }
    }

    // The oldest note must be repeated too, or a segment would count one note before it is complete.
    private bool IsRepeated(int period, int window)
    {
        int notes = 0, again = 0, earlier = 0;
        bool isRepeated = false;
        for (; notes < _count && _onsets[notes] <= window; notes++)
        {
            int wanted = _onsets[notes] + period;
            while (earlier < _count && _onsets[earlier] < wanted)
                earlier++;
            isRepeated = false;
            for (int i = earlier; i < _count && _onsets[i] == wanted; i++)
                isRepeated |= _pitches[i] == _pitches[notes];
            again += isRepeated ? 1 : 0;
        }
        return notes >= FewestNotes && isRepeated && 8 * again >= 7 * notes;
    }

    private void Forbid(Span<bool> allowed, int period)
    {
        for (int i = 0; i < _count && _onsets[i] <= period; i++)
        {
            if (_onsets[i] == period)
                allowed[_pitches[i]] = false;
        }
    }
}
