using System.Runtime.CompilerServices;

namespace NAudio.Wave.SampleProviders;

internal static class FloatSource
{
    public static void Require(ISampleProvider source, [CallerArgumentExpression(nameof(source))] string name = null)
    {
        ArgumentNullException.ThrowIfNull(source, name);
        if (source.WaveFormat.Encoding != WaveFormatEncoding.IeeeFloat || source.WaveFormat.BitsPerSample != 32)
            throw new ArgumentException($"The source must be in float of 32 bits; it is in {source.WaveFormat}.", name);
    }
}
