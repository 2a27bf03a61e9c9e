namespace NAudio.Wave.SampleProviders;

public class SampleToWaveProvider24 : IWaveProvider
{
    private readonly ISampleProvider _source;
    private float[] _samples = [];

    public SampleToWaveProvider24(ISampleProvider sourceProvider)
    {
        FloatSource.Require(sourceProvider);
        _source = sourceProvider;
        WaveFormat = new WaveFormat(sourceProvider.WaveFormat.SampleRate, 24, sourceProvider.WaveFormat.Channels);
    }

    public WaveFormat WaveFormat { get; }

    public float Volume { get; set; } = 1f;

    public int Read(Span<byte> buffer)
    {
        int wanted = buffer.Length / Pcm24.Size;
        if (_samples.Length < wanted)
            _samples = new float[wanted];

        int count = _source.Read(_samples.AsSpan(0, wanted));
        for (int i = 0; i < count; i++)
            Pcm24.Write(buffer[(i * Pcm24.Size)..], (int)(Math.Clamp((double)_samples[i] * Volume, -1, 1) * Pcm24.MaxValue));
        return count * Pcm24.Size;
    }
}
