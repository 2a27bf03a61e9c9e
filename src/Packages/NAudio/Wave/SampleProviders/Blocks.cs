namespace NAudio.Wave.SampleProviders;

internal static class Blocks
{
    /// <summary>Refuses PCM and float with gaps between the samples, which would be read as noise.</summary>
    public static void RequirePacked(WaveFormat format)
    {
        bool isLinear = format.Encoding is WaveFormatEncoding.Pcm or WaveFormatEncoding.IeeeFloat;
        if (isLinear && format.BitsPerSample % 8 == 0 && format.BlockAlign != format.Channels * (format.BitsPerSample / 8))
        {
            throw new InvalidOperationException(
                $"The format says {format.BlockAlign} bytes per block, but {format.Channels} channels of {format.BitsPerSample} bits "
                + $"take {format.Channels * (format.BitsPerSample / 8)}. Convert the file with another program.");
        }
    }
}
