using NAudio.Wave;

namespace NAudio.Tests.Support;

/// <summary>A source of given samples that may hand them out in small pieces.</summary>
internal sealed class Floats(float[] samples, int rate, int channels, int pieceFrames = int.MaxValue) : ISampleProvider
{
    private int _position;

    public WaveFormat WaveFormat { get; } = WaveFormat.CreateIeeeFloatWaveFormat(rate, channels);

    public static Floats Ramp(int count, int rate, int channels, int pieceFrames = int.MaxValue) =>
        new([.. Enumerable.Range(0, count).Select(i => (float)i)], rate, channels, pieceFrames);

    public int Read(Span<float> buffer)
    {
        long piece = (long)pieceFrames * WaveFormat.Channels;
        int count = (int)Math.Min(Math.Min(buffer.Length, piece), samples.Length - _position);
        samples.AsSpan(_position, count).CopyTo(buffer);
        _position += count;
        return count;
    }
}
