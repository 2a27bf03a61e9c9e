namespace Melanchall.DryWetMidi.Interaction;

/// <summary>
/// Bars and beats along a tempo map. Each stretch of one meter is counted by itself: where the meter changes within a bar,
/// the bar that is cut short does not count, and of a stretch that has no end of the count in it only whole bars do.
/// </summary>
internal sealed class BarCount
{
    private const double BeatsEpsilon = 1e-6;

    private readonly TempoMap _tempoMap;
    private readonly int _ticksPerQuarterNote;

    public BarCount(TempoMap tempoMap)
    {
        _tempoMap = tempoMap;
        _ticksPerQuarterNote = tempoMap.TicksPerQuarterNote;
    }

    private IReadOnlyList<ValueChange<TimeSignature>> Changes => _tempoMap.TimeSignatures.Changes;

    /// <summary>From one tick to a later one, with what is left of a beat in ticks.</summary>
    public BarBeatTicksTimeSpan InTicks(long start, long end)
    {
        Meter startMeter = At(start);
        (long bars, long beats, long before, long after, _) = Count(start, end, _tempoMap.TimeSignatures.IndexAfter(end));
        long ticks = before + after;
        if (before > 0 && ticks >= startMeter.BeatLength)
            (beats, ticks) = (beats + 1, ticks - startMeter.BeatLength);
        return new BarBeatTicksTimeSpan(bars, beats, ticks);
    }

    /// <summary>The same with what is left of a beat as a fraction of it. A change at the very end is not counted from.</summary>
    public BarBeatFractionTimeSpan InFractions(long start, long end)
    {
        int changesEnd = Math.Max(_tempoMap.TimeSignatures.IndexAfter(end - 1), _tempoMap.TimeSignatures.IndexAfter(start));
        (long bars, long beats, long before, long after, Meter endMeter) = Count(start, end, changesEnd);
        return new BarBeatFractionTimeSpan(bars, beats + (double)before / At(start).BeatLength + (double)after / endMeter.BeatLength);
    }

    /// <summary>The ticks that bars, beats and ticks take from a tick on.</summary>
    public long Length(long start, long bars, long beats, long ticks) => Length(start, bars, beats, ticks, inFractions: false);

    /// <summary>The ticks that bars and beats take from a tick on.</summary>
    public long Length(long start, long bars, double beats) => Length(start, bars, beats, 0, inFractions: true);

    private long Length(long start, long bars, double beats, long ticks, bool inFractions)
    {
        long tick = start;
        for (int i = _tempoMap.TimeSignatures.IndexAfter(start); ; i++)
        {
            Meter meter = At(tick);
            Int128 end = tick + (Int128)bars * meter.BarLength + TimeSpanMath.Round(beats * meter.BeatLength) + ticks;
            if (i == Changes.Count || end <= Changes[i].Time)
                return (long)Int128.Min(end, long.MaxValue) - start;

            // What lies before the change is taken off in the meter before it, the rest goes on from there.
            (long barsBefore, long beatsBefore, long ticksBefore) = meter.Split(Changes[i].Time - tick);
            bars -= barsBefore;
            beats -= beatsBefore + (inFractions ? (double)ticksBefore / meter.BeatLength : 0);
            ticks -= inFractions ? 0 : ticksBefore;
            if (ticks < 0)
                (beats, ticks) = (beats - 1, ticks + meter.BeatLength);
            if (beats < -BeatsEpsilon)
                (bars, beats) = (bars - 1, beats + meter.Beats);
            tick = Changes[i].Time;
        }
    }

    /// <summary>Bars and beats, the ticks left before the first change of meter and after the last, and the meter there.</summary>
    private (long Bars, long Beats, long Before, long After, Meter EndMeter) Count(long start, long end, int changesEnd)
    {
        int first = _tempoMap.TimeSignatures.IndexAfter(start);
        Meter meter = At(start);
        if (first == changesEnd)
        {
            (long bars, long beats, long ticks) = meter.Split(end - start);
            return (bars, beats, 0, ticks, meter);
        }

        (long allBars, long allBeats, long before) = meter.Split(Changes[first].Time - start);
        for (int i = first; i < changesEnd - 1; i++)
            allBars += (Changes[i + 1].Time - Changes[i].Time) / At(Changes[i].Time).BarLength;

        long last = Changes[changesEnd - 1].Time;
        Meter endMeter = At(last);
        (long barsAfter, long beatsAfter, long after) = endMeter.Split(end - last);
        bool completesBar = allBeats > 0 && allBeats + beatsAfter >= meter.Beats;
        return (allBars + barsAfter + (completesBar ? 1 : 0), allBeats + beatsAfter - (completesBar ? meter.Beats : 0), before, after, endMeter);
    }

    private Meter At(long tick) => new(_tempoMap.TimeSignatures.At(tick), _ticksPerQuarterNote);
}
