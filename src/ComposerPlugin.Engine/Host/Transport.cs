using ComposerPlugin.Music;

namespace ComposerPlugin.Engine;

/// <summary>
/// [audio] Maps the host's time to a clock that only moves forward. While the host plays, the clock is the song position in ticks plus a
/// whole number of ticks, which changes when the host loops or jumps; while it is stopped, the clock runs free at the host's tempo. Only
/// this class converts the host's quarter notes to ticks.
/// </summary>
public sealed class Transport
{
    /// <summary>The slowest tempo, in quarter notes per minute.</summary>
    public const double SlowestTempo = 0.1;

    /// <summary>The fastest tempo, in quarter notes per minute: a tick lasts a quarter of a millisecond.</summary>
    public const double FastestTempo = 10_000;

    // The fastest tempo that is measured from the host's positions, where it names none: beyond it the host has jumped.
    private const double FastestMeasured = 1000;

    // How long a host may repeat a position before it counts as standing still.
    private const double MostRepeatedSeconds = 1;

    // The most that rounding may put the host's last bar line after its position, in quarters.
    private const double BarTolerance = 0.05;

    // Two years at 1000 bpm: anything beyond is not a song position.
    private const double FurthestQuarter = 1e9;

    // Hosts round loop points and positions to frames; a shift is rounded up only by more than this, in ticks.
    private const double ShiftTolerance = 1.0 / 32;

    private readonly BarNumbers _numbers = new();
    private Meter _meter = Meter.Common;
    private bool _following;
    private long _shift;
    private long _freeBarLine;
    private double _clock;
    private double _hostNext;
    private double _lastBlockTicks;
    private double _blockTicksBefore;

    // The host's last new position, and the frames since then.
    private double _hostPosition = double.NaN;
    private long _framesSince;
    private BlockSpan _span;

    /// <summary>[audio] The tempo, in quarter notes per minute.</summary>
    public double Tempo { get; private set; } = 120;

    /// <summary>[audio] What in the host's time cannot be played as it is.</summary>
    public TransportNotice Notice { get; private set; }

    /// <summary>[audio] Advances by one block.</summary>
    /// <param name="host">The host's time at its first frame.</param>
    /// <param name="frames">Its length; may be 0.</param>
    /// <param name="sampleRate">Frames per second.</param>
    public BlockSpan Advance(in HostTime host, int frames, double sampleRate)
    {
        if (host.Meter is { IsValid: true } meter)
            _meter = meter;
        bool isKnown = host.IsPlaying && host.Quarter is >= -FurthestQuarter and <= FurthestQuarter;
        bool follows = isKnown || GoesOn(host, sampleRate);
        SetTempo(host, isKnown, sampleRate);
        double ticksPerFrame = Tempo * Ticks.PerQuarter / (60 * sampleRate);

        long shiftBefore = _shift;
        bool restarted = isKnown ? Follow(host, sampleRate) : !follows && RunFree();
        double start = _clock;
        long barLine = isKnown ? HostBarLine(host) : follows ? _span.Bars.BarLine : _freeBarLine;

        _framesSince += frames;
        _blockTicksBefore = _lastBlockTicks;
        _lastBlockTicks = frames * ticksPerFrame;
        _hostNext += _lastBlockTicks;
        _clock += _lastBlockTicks;
        _following = follows;
        var (loopsAt, loopTicks) = follows ? Loop(host, start) : default;
        _span = new(start, ticksPerFrame, frames, new(_meter, barLine), restarted)
        {
            Bar = NumberOf(barLine, restarted, follows),
            HostBar = follows ? _numbers.NumberOf(barLine - _shift, _meter, !restarted && _shift == shiftBefore) : 1,
            Follows = follows,
            LoopsAt = loopsAt,
            LoopTicks = loopTicks,
        };
        return _span;
    }

    /// <summary>[audio] While the clock runs free, sets the first bar line to a tick, so that the player starts on a downbeat.</summary>
    /// <returns>The current block with its new bars.</returns>
    public BlockSpan BeginBars(long tick)
    {
        if (!_following)
        {
            _freeBarLine = tick;
            _span = _span with { Bars = _span.Bars with { BarLine = tick }, Bar = 0 };
        }
        return _span;
    }

    // A block without a position, or without any context, stops no host that plays.
    private bool GoesOn(in HostTime host, double sampleRate)
    {
        bool isEmpty = host.Quarter is null && host.Tempo is null && host.Meter is null;
        return _following && (host.IsPlaying || (isEmpty && _framesSince <= MostRepeatedSeconds * sampleRate));
    }

    private void SetTempo(in HostTime host, bool isKnown, double sampleRate)
    {
        bool isGiven = host.Tempo is > 0 and < double.PositiveInfinity;
        if (isGiven)
            Tempo = Math.Clamp(host.Tempo.GetValueOrDefault(), SlowestTempo, FastestTempo);
        else if (isKnown && _following && _framesSince > 0)
            MeasureTempo(host.Quarter.GetValueOrDefault() - (_hostPosition / Ticks.PerQuarter), sampleRate);
        Notice = !host.IsPlaying ? TransportNotice.None
            : !isGiven ? TransportNotice.NoTempo
            : host.Tempo != Tempo ? TransportNotice.Tempo
            : host.Meter is { IsValid: false } ? TransportNotice.Meter
            : TransportNotice.None;
    }

    private void MeasureTempo(double quarters, double sampleRate)
    {
        double measured = quarters * 60 * sampleRate / _framesSince;
        if (measured is >= SlowestTempo and <= FastestMeasured)
            Tempo = measured;
    }

    // Sets the clock from the host's position; true if the host started or jumped.
    private bool Follow(in HostTime host, double sampleRate)
    {
        double position = host.Quarter.GetValueOrDefault() * Ticks.PerQuarter;
        // A host that splits a buffer, at automation or events, may name the buffer's position for all of its pieces.
        if (_following && position == _hostPosition && _framesSince <= MostRepeatedSeconds * sampleRate && !IsCycleWrap(host, position))
            position = _hostNext;
        else
            (_hostPosition, _framesSince) = (position, 0);
        bool continuous = IsContinuous(position);
        if (!continuous)
            _shift = (long)Math.Ceiling(_clock - position - ShiftTolerance);
        bool restarted = !continuous && !(_following && IsCycleWrap(host, position));
        _clock = position + _shift;
        _hostNext = position;
        return restarted;
    }

    // A tempo change inside the last block moves the host's position by less than half a block from the expected one. A host that names the
    // position of the block before is off by the difference of two blocks.
    private bool IsContinuous(double position) =>
        _following && Math.Abs(position - _hostNext) <= 1 + Math.Max(_lastBlockTicks, _blockTicksBefore);

    private bool IsCycleWrap(in HostTime host, double position) =>
        host.CycleStart is { } start && host.CycleEnd is { } end
        && position >= (start * Ticks.PerQuarter) - 1 && position < _hostNext
        && _hostNext >= (end * Ticks.PerQuarter) - 1 - (_lastBlockTicks / 2);

    // From the song position at the start; then by the bars that have passed, through loops and meter changes.
    private long NumberOf(long barLine, bool restarted, bool follows)
    {
        if (restarted)
            return follows ? BlockSpan.BarsIn(barLine - _shift, _meter) : 0;
        var before = _span.Meter.IsValid ? _span.Meter : _meter;
        return _span.Bar + BlockSpan.BarsIn(barLine - _span.Bars.BarLine, before);
    }

    // The tick at which the host jumps back, and the length of the loop on this clock, rounded like the jump itself.
    private (long? At, long Ticks) Loop(in HostTime host, double clock)
    {
        double start = host.CycleStart.GetValueOrDefault() * Ticks.PerQuarter, end = host.CycleEnd.GetValueOrDefault() * Ticks.PerQuarter;
        long moves = (long)Math.Ceiling(end - start - ShiftTolerance);
        return moves >= 1 && end <= FurthestQuarter * Ticks.PerQuarter && end + _shift > clock
            ? ((long)Math.Ceiling(start + _shift + moves - ShiftTolerance), moves)
            : (null, 0);
    }

    private bool RunFree()
    {
        _hostPosition = double.NaN;
        if (_following || _clock == 0)
            _freeBarLine = (long)Math.Ceiling(_clock);
        return _following;
    }

    // Ardour 7.3 reports the number of the bar, from 1, times four quarters in every meter: a bar line after the position. A value that
    // cannot be the last bar line is ignored, and bars are counted from the start of the song. So are those of a meter that does not count.
    private long HostBarLine(in HostTime host)
    {
        double since = host.Quarter.GetValueOrDefault() - host.BarQuarter.GetValueOrDefault(double.NaN);
        bool isLast = host.Meter is not { IsValid: false }
            && since > -BarTolerance && since < (_meter.BarTicks / (double)Ticks.PerQuarter) + BarTolerance;
        return _shift + (isLast ? (long)Math.Round(host.BarQuarter.GetValueOrDefault() * Ticks.PerQuarter) : 0);
    }
}
