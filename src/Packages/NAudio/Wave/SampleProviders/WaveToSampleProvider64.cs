using System.Runtime.InteropServices;

namespace NAudio.Wave.SampleProviders;

public class WaveToSampleProvider64 : SampleProviderConverterBase
{
    public WaveToSampleProvider64(IWaveProvider source)
        : base(source)
    {
        if (source.WaveFormat.AsStandardWaveFormat().Encoding != WaveFormatEncoding.IeeeFloat)
            throw new ArgumentException($"The source must be in float; it is in {source.WaveFormat}.", nameof(source));
    }

    public override int Read(Span<float> buffer)
    {
        ReadOnlySpan<double> samples = MemoryMarshal.Cast<byte, double>(ReadBytes(checked(buffer.Length * sizeof(double))));
        for (int i = 0; i < samples.Length; i++)
            buffer[i] = (float)samples[i];
        return samples.Length;
    }
}
