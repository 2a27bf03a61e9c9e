using ComposerPlugin.Vst3;

namespace ComposerPlugin.Host;

/// <summary>
/// The transport of a host: maps times to song positions. Commands are given before the session, each with its time in
/// sample frames since the session began. Every position is computed from the time alone, never accumulated, so it is the same for
/// every partition into blocks.
/// </summary>
public sealed class HostTransport
{
    private readonly List<Segment> _segments = [];

    /// <summary>A transport that plays from a song position at time 0.</summary>
    /// <param name="song">Tempo and meter.</param>
    /// <param name="sampleRate">In hertz.</param>
    /// <param name="startQuarter">Song position at time 0, in quarter notes.</param>
    /// <param name="playing">Whether it plays from time 0.</param>
    public HostTransport(SongMap song, double sampleRate, double startQuarter = 0, bool playing = true)
    {
        (Song, SampleRate) = (song, sampleRate);
        _segments.Add(new(0, playing, SongSampleOf(startQuarter), null));
    }

    /// <summary>Tempo and meter.</summary>
    public SongMap Song { get; }

    /// <summary>Sample rate in hertz.</summary>
    public double SampleRate { get; }

    /// <summary>Starts at the current song position.</summary>
    public HostTransport Play(long time = 0) => Command(time, segment => segment with { Playing = true });

    /// <summary>Stops.</summary>
    public HostTransport Stop(long time = 0) => Command(time, segment => segment with { Playing = false });

    /// <summary>Jumps to a song position.</summary>
    public HostTransport Locate(long time, double quarter) => Command(time, segment => segment with { SongSample = SongSampleOf(quarter) });

    /// <summary>Turns the cycle on.</summary>
    public HostTransport CycleOn(double startQuarter, double endQuarter, long time = 0)
    {
        if (!(SongSampleOf(endQuarter) - SongSampleOf(startQuarter) >= 1))
            throw new ArgumentException(
                $"The cycle must last at least a sample; {startQuarter} to {endQuarter} does not.", nameof(endQuarter));
        return Command(time, segment => segment with { Cycle = new(startQuarter, endQuarter) });
    }

    /// <summary>Turns the cycle off.</summary>
    public HostTransport CycleOff(long time) => Command(time, segment => segment with { Cycle = null });

    /// <summary>Time in sample frames.</summary>
    public long Frames(double seconds) => Stretch.FrameAt(seconds * SampleRate);

    /// <summary>Song sample of a song position.</summary>
    public double SongSampleOf(double quarter) => Song.Tempo.SecondsAt(quarter) * SampleRate;

    /// <summary>Song position, in quarter notes, of a song sample.</summary>
    public double QuarterOf(double songSample) => Song.Tempo.QuarterAt(songSample / SampleRate);

    /// <summary>The song position at a time.</summary>
    public SongPosition At(long time)
    {
        var stretch = StretchAt(time);
        double sample = stretch.SongSampleAt(time);
        return new(stretch.Playing, sample, QuarterOf(sample));
    }

    /// <summary>The stretch that holds a time.</summary>
    public Stretch StretchAt(long time)
    {
        int index = _segments.Count - 1;
        while (index > 0 && _segments[index].Time > time)
            index--;
        long end = index + 1 < _segments.Count ? _segments[index + 1].Time : long.MaxValue;
        return StretchIn(_segments[index], end, time);
    }

    /// <summary>The first time at which the song has played a number of quarter notes, counting all passes of a cycle.</summary>
    public long TimeAfter(double quarters)
    {
        for (long time = 0; ;)
        {
            var stretch = StretchAt(time);
            if (stretch.Playing)
            {
                double from = QuarterOf(stretch.SongSampleAt(stretch.Start));
                long reached = stretch.TimeOf(SongSampleOf(from + quarters));
                if (reached <= stretch.End)
                    return reached;
                quarters -= QuarterOf(stretch.SongSampleAt(stretch.End)) - from;
            }
            if (stretch.End == long.MaxValue)
                throw new InvalidOperationException($"The transport stops for ever with {quarters} quarter notes still to play.");
            time = stretch.End;
        }
    }

    /// <summary>The process context of a time. Omitted fields stay zero and their flags clear.</summary>
    /// <param name="time">First frame of the block.</param>
    /// <param name="given">The fields to give; Playing and CycleActive mean the transport's state.</param>
    public ProcessContext ContextAt(long time, ContextFlags given)
    {
        var stretch = StretchAt(time);
        double sample = stretch.SongSampleAt(time);
        double quarter = QuarterOf(sample);
        var state = given & ~(ContextFlags.Playing | ContextFlags.CycleActive | ContextFlags.CycleValid);
        if (stretch.Playing)
            state |= given & ContextFlags.Playing;
        if (stretch.Cycle is not null)
            state |= given & (ContextFlags.CycleActive | ContextFlags.CycleValid);

        var context = new ProcessContext
        {
            State = state,
            SampleRate = SampleRate,
            ProjectTimeSamples = (long)Math.Floor(sample + 0.5),
        };
        if (state.HasFlag(ContextFlags.SystemTimeValid))
            context.SystemTime = (long)(time * 1e9 / SampleRate);
        if (state.HasFlag(ContextFlags.ContinuousTimeValid))
            context.ContinuousTimeSamples = time;
        if (state.HasFlag(ContextFlags.ProjectTimeMusicValid))
            context.ProjectTimeMusic = quarter;
        if (state.HasFlag(ContextFlags.BarPositionValid))
            context.BarPositionMusic = Song.Meter.BarLineAt(quarter);
        if (state.HasFlag(ContextFlags.CycleValid))
            (context.CycleStartMusic, context.CycleEndMusic) = (stretch.Cycle!.Value.StartQuarter, stretch.Cycle.Value.EndQuarter);
        if (state.HasFlag(ContextFlags.TempoValid))
            context.Tempo = Song.Tempo.TempoAt(quarter);
        if (state.HasFlag(ContextFlags.TimeSignatureValid))
        {
            var meter = Song.Meter.MeterAt(quarter);
            (context.TimeSignatureNumerator, context.TimeSignatureDenominator) = (meter.Numerator, meter.Denominator);
        }
        return context;
    }

    private HostTransport Command(long time, Func<Segment, Segment> change)
    {
        var last = _segments[^1];
        if (time < last.Time)
            throw new ArgumentException($"Transport commands come in the order of time; {time} is before {last.Time}.", nameof(time));
        var next = change(last with { Time = time, SongSample = StretchIn(last, long.MaxValue, time).SongSampleAt(time) });
        if (time == last.Time)
            _segments[^1] = next;
        else
            _segments.Add(next);
        return this;
    }

    private Stretch StretchIn(in Segment segment, long end, long time)
    {
        if (!segment.Playing)
            return new(segment.Time, end, false, -segment.SongSample, segment.Cycle);
        double origin = segment.Time - segment.SongSample;
        if (segment.Cycle is not { } cycle)
            return new(segment.Time, end, true, origin, null);

        double cycleStart = SongSampleOf(cycle.StartQuarter), cycleEnd = SongSampleOf(cycle.EndQuarter);
        long firstWrap = Stretch.FrameAt(origin + cycleEnd);
        // Hosts keep playing after the end of the cycle.
        if (firstWrap <= segment.Time)
            return new(segment.Time, end, true, origin, cycle);
        if (time < firstWrap)
            return new(segment.Time, Math.Min(firstWrap, end), true, origin, cycle);

        double length = cycleEnd - cycleStart;
        double WrapTime(double pass) => origin + cycleEnd + pass * length;
        double pass = Math.Floor((time - origin - cycleEnd) / length);
        // Rounding to frames may shift the border by one frame either way.
        if (time >= Stretch.FrameAt(WrapTime(pass + 1)))
            pass++;
        else if (time < Stretch.FrameAt(WrapTime(pass)))
            pass--;
        return new(
            Stretch.FrameAt(WrapTime(pass)), Math.Min(Stretch.FrameAt(WrapTime(pass + 1)), end), true, WrapTime(pass) - cycleStart, cycle);
    }

    /// <summary>State from one command to the next.</summary>
    private readonly record struct Segment(long Time, bool Playing, double SongSample, Cycle? Cycle);
}
