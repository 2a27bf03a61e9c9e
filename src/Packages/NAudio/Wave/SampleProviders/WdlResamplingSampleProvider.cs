using NAudio.Dsp;

namespace NAudio.Wave.SampleProviders;

public class WdlResamplingSampleProvider : ISampleProvider
{
    private readonly ISampleProvider _source;
    private readonly SincResampler _resampler;

    public WdlResamplingSampleProvider(ISampleProvider source, int newSampleRate)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentOutOfRangeException.ThrowIfLessThan(newSampleRate, 1);
        _source = source;
        WaveFormat = WaveFormat.CreateIeeeFloatWaveFormat(newSampleRate, source.WaveFormat.Channels);
        if (newSampleRate != source.WaveFormat.SampleRate)
            _resampler = new SincResampler(source, newSampleRate);
    }

    public WaveFormat WaveFormat { get; }

    public int Read(Span<float> buffer) => _resampler == null ? _source.Read(buffer) : _resampler.Read(buffer);
}
