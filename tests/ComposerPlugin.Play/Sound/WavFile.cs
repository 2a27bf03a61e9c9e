using System.Text;

namespace ComposerPlugin.Play;

/// <summary>Writes stereo WAV files of 16 bits.</summary>
internal static class WavFile
{
    private const int Channels = 2, BytesPerSample = 2, FormatBytes = 16, HeaderBytes = 36;
    private const short Pcm = 1;

    /// <summary>Writes two channels of the same length.</summary>
    /// <param name="path">The file.</param>
    /// <param name="rate">Sample rate in hertz.</param>
    /// <param name="gain">A factor for all samples; 1 is full scale.</param>
    /// <param name="left">The left channel.</param>
    /// <param name="right">The right channel.</param>
    public static void Write(string path, int rate, float gain, float[] left, float[] right)
    {
        using var writer = new BinaryWriter(File.Create(path), Encoding.ASCII);
        int bytes = left.Length * Channels * BytesPerSample;
        writer.Write("RIFF"u8);
        writer.Write(HeaderBytes + bytes);
        writer.Write("WAVEfmt "u8);
        writer.Write(FormatBytes);
        writer.Write(Pcm);
        writer.Write((short)Channels);
        writer.Write(rate);
        writer.Write(rate * Channels * BytesPerSample);
        writer.Write((short)(Channels * BytesPerSample));
        writer.Write((short)(8 * BytesPerSample));
        writer.Write("data"u8);
        writer.Write(bytes);
        for (int i = 0; i < left.Length; i++)
        {
            writer.Write(Sample(left[i] * gain));
            writer.Write(Sample(right[i] * gain));
        }
    }

    private static short Sample(float value) => (short)Math.Clamp(MathF.Round(value * short.MaxValue), short.MinValue, short.MaxValue);
}
