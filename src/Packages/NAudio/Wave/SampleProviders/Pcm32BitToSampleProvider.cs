using System.Runtime.InteropServices;

namespace NAudio.Wave.SampleProviders;

public class Pcm32BitToSampleProvider : SampleProviderConverterBase
{
    public Pcm32BitToSampleProvider(IWaveProvider source)
        : base(source)
    {
    }

    public override int Read(Span<float> buffer)
    {
        ReadOnlySpan<int> samples = MemoryMarshal.Cast<byte, int>(ReadBytes(checked(buffer.Length * sizeof(int))));
        for (int i = 0; i < samples.Length; i++)
            buffer[i] = samples[i] / 2147483648f;
        return samples.Length;
    }
}
