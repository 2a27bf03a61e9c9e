using System.Runtime.InteropServices;

namespace NAudio.Wave.SampleProviders;

public class WaveToSampleProvider : SampleProviderConverterBase
{
    public WaveToSampleProvider(IWaveProvider source)
        : base(source)
    {
        if (source.WaveFormat.AsStandardWaveFormat().Encoding != WaveFormatEncoding.IeeeFloat)
            throw new ArgumentException($"The source must be in float; it is in {source.WaveFormat}.", nameof(source));
    }

    public override int Read(Span<float> buffer) => ReadInto(MemoryMarshal.AsBytes(buffer)) / sizeof(float);
}
