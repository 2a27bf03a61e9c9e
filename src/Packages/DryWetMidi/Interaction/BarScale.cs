namespace Melanchall.DryWetMidi.Interaction;

/// <summary>
/// Ticks and bars along a tempo map. A change of meter begins a bar, so the bar before it may be cut short.
/// </summary>
internal sealed class BarScale
{
    private readonly List<Stretch> _stretches = [];

    public BarScale(TempoMap tempoMap)
    {
        Add(0, TimeSignature.Default, tempoMap.TicksPerQuarterNote);
        foreach (ValueChange<TimeSignature> change in tempoMap.TimeSignatures.Changes)
            Add(change.Time, change.Value, tempoMap.TicksPerQuarterNote);
    }

    /// <summary>The whole bars before a tick, and what is left of ticks in the meter of that bar.</summary>
    public (long Bars, long Ticks, Stretch Stretch) At(long ticks)
    {
        Stretch stretch = Last(candidate => candidate.Tick <= ticks);
        long inside = ticks - stretch.Tick;
        return (stretch.Bar + inside / stretch.BarLength, inside % stretch.BarLength, stretch);
    }

    /// <summary>The stretch of one meter that a bar is in, and the tick at which the bar begins.</summary>
    public (Stretch Stretch, long Tick) Bar(long bar)
    {
        Stretch stretch = Last(candidate => candidate.Bar <= bar);
        return (stretch, Saturated(stretch.Tick + (Int128)(bar - stretch.Bar) * stretch.BarLength));
    }

    /// <summary>The tick of a place that may count more beats or ticks than its bar has.</summary>
    public long Tick(long bars, double beats, long ticks)
    {
        (Stretch stretch, long tick) = Bar(bars);
        return Saturated(tick + (Int128)TimeSpanMath.Round(beats * stretch.BeatLength) + ticks);
    }

    private static long Saturated(Int128 ticks) => (long)Int128.Min(ticks, long.MaxValue);

    private void Add(long tick, TimeSignature meter, int ticksPerQuarterNote)
    {
        // A beat shorter than a tick counts as one tick.
        int beatLength = Math.Max((int)(4L * ticksPerQuarterNote / meter.Denominator), 1);
        long bar = 0;
        if (_stretches.Count > 0)
        {
            Stretch previous = _stretches[^1];
            long length = tick - previous.Tick;
            bar = previous.Bar + length / previous.BarLength + (length % previous.BarLength > 0 ? 1 : 0);
        }

        _stretches.Add(new Stretch(tick, bar, meter.Numerator, beatLength));
    }

    private Stretch Last(Predicate<Stretch> fits)
    {
        int low = 0, high = _stretches.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (fits(_stretches[middle]))
                low = middle + 1;
            else
                high = middle;
        }

        return _stretches[low - 1];
    }

    /// <summary>Ticks from which one meter holds, and the number of the bar that begins there.</summary>
    internal sealed record Stretch(long Tick, long Bar, int Beats, int BeatLength)
    {
        public long BarLength => (long)Beats * BeatLength;
    }
}
