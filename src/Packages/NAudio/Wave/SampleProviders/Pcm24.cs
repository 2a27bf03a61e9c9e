namespace NAudio.Wave.SampleProviders;

/// <summary>Integers of three bytes, the lowest first.</summary>
internal static class Pcm24
{
    public const int Size = 3;
    public const int MaxValue = 0x7FFFFF;

    public static int Read(ReadOnlySpan<byte> bytes) => (sbyte)bytes[2] << 16 | bytes[1] << 8 | bytes[0];

    public static void Write(Span<byte> bytes, int sample)
    {
        bytes[0] = (byte)sample;
        bytes[1] = (byte)(sample >> 8);
        bytes[2] = (byte)(sample >> 16);
    }
}
