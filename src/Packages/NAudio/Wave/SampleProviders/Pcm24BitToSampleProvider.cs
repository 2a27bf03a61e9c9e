namespace NAudio.Wave.SampleProviders;

public class Pcm24BitToSampleProvider : SampleProviderConverterBase
{
    public Pcm24BitToSampleProvider(IWaveProvider source)
        : base(source)
    {
    }

    public override int Read(Span<float> buffer)
    {
        ReadOnlySpan<byte> bytes = ReadBytes(checked(buffer.Length * Pcm24.Size));
        int count = bytes.Length / Pcm24.Size;
        for (int i = 0; i < count; i++)
            buffer[i] = Pcm24.Read(bytes[(i * Pcm24.Size)..]) / 8388608f;
        return count;
    }
}
