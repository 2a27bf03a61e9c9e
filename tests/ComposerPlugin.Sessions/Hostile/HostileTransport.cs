using ComposerPlugin.Vst3;

namespace ComposerPlugin.Sessions;

/// <summary>
/// A transport that jumps, loops, stops, and changes its tempo and meter when it likes, and that sometimes tells nonsense.
/// </summary>
/// <param name="random">What it does.</param>
/// <param name="rate">Frames per second.</param>
internal sealed class HostileTransport(Random random, double rate)
{
    private static readonly double[] _nonsense =
        [double.NaN, double.PositiveInfinity, double.NegativeInfinity, 0, -1, 1e-300, 1e300, -1e300, 1e9, 123456789.5];

    private static readonly (int, int)[] _meters =
        [(4, 4), (3, 4), (6, 8), (7, 8), (1, 1), (15, 16), (0, 0), (-4, 4), (4, 5), (int.MaxValue, 64)];

    private double _quarter = random.NextDouble() * 64;
    private double _tempo = 120;
    private (int Numerator, int Denominator) _meter = (4, 4);
    private (double Start, double End)? _cycle;
    private bool _isPlaying = true;

    /// <summary>The host stops.</summary>
    public void Stop() => _isPlaying = false;

    /// <summary>The host does something.</summary>
    public void Act()
    {
        switch (random.Next(8))
        {
            case 0:
                _isPlaying = !_isPlaying;
                break;
            case 1:
                _quarter = (random.NextDouble() * 200) - 20;
                break;
            case 2:
                _tempo = random.Next(3) == 0 ? 1 + (random.NextDouble() * 999) : 60 + (random.NextDouble() * 120);
                break;
            case 3:
                _meter = _meters[random.Next(_meters.Length)];
                break;
            case 4:
                double start = Math.Floor(random.NextDouble() * 32);
                _cycle = random.Next(3) == 0 ? null : (start, start + (random.NextDouble() * 16));
                break;
            default:
                _isPlaying = true;
                break;
        }
    }

    /// <summary>The time of a block; then it moves on.</summary>
    public ProcessContext Next(int frames)
    {
        var context = new ProcessContext
        {
            State = (_isPlaying ? ContextFlags.Playing : ContextFlags.None) | ContextFlags.TempoValid | ContextFlags.ProjectTimeMusicValid
                | ContextFlags.TimeSignatureValid | ContextFlags.BarPositionValid,
            SampleRate = rate,
            Tempo = Told(_tempo),
            ProjectTimeMusic = Told(_quarter),
            BarPositionMusic = Told(Math.Floor(_quarter / 4) * 4),
            TimeSignatureNumerator = _meter.Numerator,
            TimeSignatureDenominator = _meter.Denominator,
        };
        if (_cycle is { } cycle)
        {
            context.State |= ContextFlags.CycleActive | ContextFlags.CycleValid;
            (context.CycleStartMusic, context.CycleEndMusic) = (Told(cycle.Start), Told(cycle.End));
        }
        if (random.Next(100) == 0)
            context.State = (ContextFlags)random.Next();
        if (_isPlaying)
            _quarter += frames * _tempo / (60 * rate);
        if (_cycle is { } loop && _isPlaying && _quarter >= loop.End && loop.End > loop.Start)
            _quarter = loop.Start;
        return context;
    }

    private double Told(double value) => random.Next(400) == 0 ? _nonsense[random.Next(_nonsense.Length)] : value;
}
