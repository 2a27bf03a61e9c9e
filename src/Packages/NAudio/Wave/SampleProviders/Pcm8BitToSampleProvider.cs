namespace NAudio.Wave.SampleProviders;

public class Pcm8BitToSampleProvider : SampleProviderConverterBase
{
    public Pcm8BitToSampleProvider(IWaveProvider source)
        : base(source)
    {
    }

    public override int Read(Span<float> buffer)
    {
        // Alone among the depths, 8 bits are unsigned.
        ReadOnlySpan<byte> samples = ReadBytes(buffer.Length);
        for (int i = 0; i < samples.Length; i++)
            buffer[i] = samples[i] / 128f - 1f;
        return samples.Length;
    }
}
