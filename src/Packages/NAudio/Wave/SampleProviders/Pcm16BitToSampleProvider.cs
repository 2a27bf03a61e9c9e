using System.Runtime.InteropServices;

namespace NAudio.Wave.SampleProviders;

public class Pcm16BitToSampleProvider : SampleProviderConverterBase
{
    public Pcm16BitToSampleProvider(IWaveProvider source)
        : base(source)
    {
    }

    public override int Read(Span<float> buffer)
    {
        ReadOnlySpan<short> samples = MemoryMarshal.Cast<byte, short>(ReadBytes(checked(buffer.Length * sizeof(short))));
        for (int i = 0; i < samples.Length; i++)
            buffer[i] = samples[i] / 32768f;
        return samples.Length;
    }
}
