using ComposerPlugin.Music;

namespace ComposerPlugin.Engine;

/// <summary>
/// [audio] Whether a phrase is likely to end on a bar line, before a rest shows it. It fills its bars, and either it has as many as phrases
/// have here, or its last note is its longest, as at the end of a line. It depends on ticks alone.
/// </summary>
internal sealed class PhraseBars
{
    // With fewer intervals, a phrase has no rhythm yet.
    private const int FewestIntervals = 3;

    private long _first;
    private bool _hasFirst;
    private int _lastTicks;
    private bool _wentOn;

    /// <summary>[audio] A phrase begins.</summary>
    /// <param name="tick">The tick nearest to its first note.</param>
    /// <param name="lastEnd">The tick nearest to the end of the phrase before.</param>
    public void Begin(long tick, long lastEnd)
    {
        _lastTicks = _hasFirst ? (int)Math.Clamp(lastEnd - _first, 0, int.MaxValue) : 0;
        (_first, _hasFirst, _wentOn) = (tick, true, false);
    }

    /// <summary>[audio] The phrase went on where an answer was due.</summary>
    public void GoOn() => _wentOn = true;

    /// <summary>[audio] Resets.</summary>
    public void Clear() => _hasFirst = false;

    /// <summary>[audio] Whether the phrase is likely to end on a bar line, if nothing more is played before it.</summary>
    /// <param name="line">The bar line.</param>
    /// <param name="bars">The bars around it.</param>
    /// <param name="usualBars">The bars of a phrase where none was played before.</param>
    /// <param name="rhythm">The rhythm of the phrase so far.</param>
    public bool MayEnd(long line, BarGrid bars, int usualBars, PhraseRhythm rhythm)
    {
        int bar = bars.Meter.BarTicks, last = rhythm.IntervalTo(line), median = rhythm.Median;
        // What comes before the middle of a bar belongs to that bar, what comes later is a pickup.
        long ticks = line - bars.BarLineBefore(_first + (bar / 2));
        bool fills = ticks > 0 && ticks % bar == 0 && last <= bar;
        // A last note that is short for the phrase leads on, as a pickup to the bar line does.
        if (!fills || rhythm.Intervals < FewestIntervals || 3 * last < median)
            return false;
        long count = ticks / bar, usual = _lastTicks > 0 ? BlockSpan.BarsIn(_lastTicks, bars.Meter) : usualBars;
        bool closes = count % 2 == 0 && last >= 2 * median && last > rhythm.Longest;
        return closes || (count == usual && !_wentOn);
    }
}
