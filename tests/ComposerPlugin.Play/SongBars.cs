using ComposerPlugin.Host;
using ComposerPlugin.Music;

namespace ComposerPlugin.Play;

/// <summary>Song positions in bars and beats, as a musician counts them: from 1.</summary>
/// <param name="map">Tempo and meter.</param>
internal sealed class SongBars(SongMap map)
{
    // In quarters: notes lie on sample frames.
    private const double Close = 0.01;

    /// <summary>The number of the bar around a position in quarter notes.</summary>
    public int BarAt(double quarter)
    {
        int bar = 1;
        for (double line = 0; (line += map.Meter.MeterAt(line).BarQuarters) <= quarter + Close; bar++)
        {
        }
        return bar;
    }

    /// <summary>The ticks from the bar line to a position.</summary>
    public double TicksInBar(double quarter) => (quarter - map.Meter.BarLineAt(quarter)) * Ticks.PerQuarter;

    /// <summary>The meter at a position.</summary>
    public Meter MeterAt(double quarter) => map.Meter.MeterAt(quarter) is var change ? new(change.Numerator, change.Denominator) : default;

    /// <summary>A position in words: "bar 5", "bar 5, beat 2", or "bar 5, after beat 2".</summary>
    public string Describe(double quarter)
    {
        double within = TicksInBar(quarter + Close) / MeterAt(quarter + Close).BeatTicks;
        int beat = 1 + (int)within;
        bool isOnBeat = (within - (beat - 1)) * MeterAt(quarter).BeatTicks < 2 * Close * Ticks.PerQuarter;
        return (beat, isOnBeat) is (1, true) ? $"bar {BarAt(quarter)}"
            : $"bar {BarAt(quarter)}, {(isOnBeat ? "" : "after ")}beat {beat}";
    }

    /// <summary>The bars that a stretch fills, the last one perhaps in part.</summary>
    public int BarsIn(double fromQuarter, double toQuarter)
    {
        const double Hardly = 0.1;
        double bar = map.Meter.MeterAt(fromQuarter).BarQuarters;
        return Math.Max(1, (int)Math.Ceiling(((toQuarter - fromQuarter) / bar) - Hardly));
    }
}
