using ComposerPlugin.Engine;
using ComposerPlugin.Music;

namespace ComposerPlugin.Composing;

/// <summary>
/// Leads an answer away from what it repeats: from a pitch that comes again and again, and from a passage, of a beat up to four bars, that it has played over.
/// Of the music before the answer it knows too, but repeating that once is no fault.
/// </summary>
/// <remarks>
/// A passage counts as repeated when, over its length and at least a bar, seven of eight notes had the same pitch one passage earlier. The pitch that
/// would go on in the same way is then left out.
/// </remarks>
/// <param name="memory">The notes so far.</param>
internal sealed class RepetitionGuard(MotifMemory memory)
{
    private const int LongestBars = 4;

    // Fewer are no passage.
    private const int FewestNotes = 3;

    // Two passages of sixteenths.
    private const int MostNotes = 2 * LongestBars * 16;

    private readonly int[] _onsets = new int[MostNotes];
    private readonly int[] _pitches = new int[MostNotes];
    private int _count;

    /// <summary>Forbids the pitches that would repeat.</summary>
    /// <param name="allowed">For each pitch whether it is allowed.</param>
    /// <param name="guard">How soon.</param>
    /// <param name="ioi">From the last onset to the note's.</param>
    /// <param name="own">How many of the last notes were not played by the player.</param>
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

    // Models tend to get stuck on a pitch; people play two to four alike.
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

    // The oldest note must be repeated too: else a passage would count one note before it is whole.
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
