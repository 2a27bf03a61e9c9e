using System.Runtime.InteropServices;

namespace NAudio.Wave.SampleProviders;

public class SampleToWaveProvider : IWaveProvider
{
    private readonly ISampleProvider _source;

    public SampleToWaveProvider(ISampleProvider source)
    {
        FloatSource.Require(source);
        _source = source;
    }

    public WaveFormat WaveFormat => _source.WaveFormat;

    public int Read(Span<byte> buffer) => _source.Read(MemoryMarshal.Cast<byte, float>(buffer)) * sizeof(float);
}
