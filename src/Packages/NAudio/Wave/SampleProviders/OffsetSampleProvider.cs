using System.Runtime.CompilerServices;

namespace NAudio.Wave.SampleProviders;

public class OffsetSampleProvider : ISampleProvider
{
    private const int SkipFrames = 4096;

    private readonly ISampleProvider _source;
    private bool _started;
    private int _delayLeft;
    private long _takeLeft;
    private int _leadOutLeft;
    private bool _sourceEnded;

    public OffsetSampleProvider(ISampleProvider sourceProvider)
    {
        ArgumentNullException.ThrowIfNull(sourceProvider);
        _source = sourceProvider;
    }

    public WaveFormat WaveFormat => _source.WaveFormat;

    public int DelayBySamples { get; set => field = Checked(value); }

    public TimeSpan DelayBy
    {
        get => ToTime(DelayBySamples);
        set => DelayBySamples = ToSamples(value);
    }

    public int SkipOverSamples { get; set => field = Checked(value); }

    public TimeSpan SkipOver
    {
        get => ToTime(SkipOverSamples);
        set => SkipOverSamples = ToSamples(value);
    }

    /// <summary>Zero takes all.</summary>
    public int TakeSamples { get; set => field = Checked(value); }

    public TimeSpan Take
    {
        get => ToTime(TakeSamples);
        set => TakeSamples = ToSamples(value);
    }

    public int LeadOutSamples { get; set => field = Checked(value); }

    public TimeSpan LeadOut
    {
        get => ToTime(LeadOutSamples);
        set => LeadOutSamples = ToSamples(value);
    }

    public int Read(Span<float> buffer)
    {
        if (!_started)
            Start();

        int filled = ReadSilence(buffer, ref _delayLeft);
        filled += ReadSource(buffer[filled..]);
        if (_sourceEnded)
            filled += ReadSilence(buffer[filled..], ref _leadOutLeft);
        return filled;
    }

    private static int ReadSilence(Span<float> buffer, ref int left)
    {
        int count = Math.Min(buffer.Length, left);
        buffer[..count].Clear();
        left -= count;
        return count;
    }

    private void Start()
    {
        _started = true;
        _delayLeft = DelayBySamples;
        _takeLeft = TakeSamples == 0 ? long.MaxValue : TakeSamples;
        _leadOutLeft = LeadOutSamples;

        var skipped = new float[Math.Min(SkipOverSamples, SkipFrames * WaveFormat.Channels)];
        int read;
        for (int left = SkipOverSamples; left > 0 && !_sourceEnded; left -= read)
        {
            read = _source.Read(skipped.AsSpan(0, Math.Min(left, skipped.Length)));
            _sourceEnded = read == 0;
        }
    }

    private int ReadSource(Span<float> buffer)
    {
        int filled = 0;
        while (filled < buffer.Length && !_sourceEnded)
        {
            int read = _source.Read(buffer.Slice(filled, (int)Math.Min(buffer.Length - filled, _takeLeft)));
            filled += read;
            _takeLeft -= read;
            _sourceEnded = read == 0 || _takeLeft == 0;
        }

        return filled;
    }

    private TimeSpan ToTime(int samples) =>
        TimeSpan.FromTicks((long)(samples / WaveFormat.Channels) * TimeSpan.TicksPerSecond / WaveFormat.SampleRate);

    private int ToSamples(TimeSpan time, [CallerMemberName] string name = null)
    {
        Int128 samples = (Int128)time.Ticks * WaveFormat.SampleRate / TimeSpan.TicksPerSecond * WaveFormat.Channels;
        return samples >= 0 && samples <= int.MaxValue
            ? (int)samples
            : throw new ArgumentOutOfRangeException(name, time, $"{name} must be between 0 and {int.MaxValue} samples long.");
    }

    private int Checked(int samples, [CallerMemberName] string name = null)
    {
        if (_started)
            throw new InvalidOperationException($"{name} cannot be changed after the first Read.");
        ArgumentOutOfRangeException.ThrowIfNegative(samples, name);
        if (samples % WaveFormat.Channels != 0)
            throw new ArgumentException($"{name} must be a multiple of the {WaveFormat.Channels} channels.", name);
        return samples;
    }
}
