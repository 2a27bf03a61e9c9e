using System.Runtime.InteropServices;

namespace NAudio.Wave.SampleProviders;

public class SampleToWaveProvider16 : IWaveProvider
{
    private readonly ISampleProvider _source;
    private float[] _samples = [];

    public SampleToWaveProvider16(ISampleProvider sourceProvider)
    {
        FloatSource.Require(sourceProvider);
        _source = sourceProvider;
        WaveFormat = new WaveFormat(sourceProvider.WaveFormat.SampleRate, 16, sourceProvider.WaveFormat.Channels);
    }

    public WaveFormat WaveFormat { get; }

    public float Volume { get; set; } = 1f;

    public int Read(Span<byte> buffer)
    {
        Span<short> output = MemoryMarshal.Cast<byte, short>(buffer);
        if (_samples.Length < output.Length)
            _samples = new float[output.Length];

        int count = _source.Read(_samples.AsSpan(0, output.Length));
        for (int i = 0; i < count; i++)
            output[i] = (short)(Math.Clamp(_samples[i] * Volume, -1f, 1f) * short.MaxValue);
        return count * sizeof(short);
    }
}
