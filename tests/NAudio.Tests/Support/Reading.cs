using NAudio.Wave;

namespace NAudio.Tests.Support;

internal static class Reading
{
    /// <summary>All that a source has, read in blocks of so many samples.</summary>
    public static float[] All(this ISampleProvider source, int blockSamples = 4800)
    {
        var samples = new List<float>();
        var block = new float[blockSamples];
        for (int read = source.Read(block); read > 0; read = source.Read(block))
            samples.AddRange(block.AsSpan(0, read));
        return [.. samples];
    }

    public static byte[] All(this WaveFileReader reader)
    {
        var bytes = new byte[reader.Length - reader.Position + reader.BlockAlign];
        int read = reader.Read(bytes.AsSpan(0, bytes.Length - bytes.Length % reader.BlockAlign));
        return bytes[..read];
    }
}
