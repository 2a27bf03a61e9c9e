using NAudio.Wave.SampleProviders;

namespace NAudio.Wave;

public static class WaveExtensionMethods
{
    public static ISampleProvider ToSampleProvider(this IWaveProvider waveProvider)
    {
        ArgumentNullException.ThrowIfNull(waveProvider);
        WaveFormat format = waveProvider.WaveFormat.AsStandardWaveFormat();
        Blocks.RequirePacked(format);
        return (format.Encoding, format.BitsPerSample) switch
        {
            (WaveFormatEncoding.Pcm, 8) => new Pcm8BitToSampleProvider(waveProvider),
            (WaveFormatEncoding.Pcm, 16) => new Pcm16BitToSampleProvider(waveProvider),
            (WaveFormatEncoding.Pcm, 24) => new Pcm24BitToSampleProvider(waveProvider),
            (WaveFormatEncoding.Pcm, 32) => new Pcm32BitToSampleProvider(waveProvider),
            (WaveFormatEncoding.IeeeFloat, 32) => new WaveToSampleProvider(waveProvider),
            (WaveFormatEncoding.IeeeFloat, 64) => new WaveToSampleProvider64(waveProvider),
            (WaveFormatEncoding.Pcm or WaveFormatEncoding.IeeeFloat, _) =>
                throw new InvalidOperationException($"Unsupported bit depth: {format}. PCM of 8, 16, 24 or 32 bits or float can be read."),
            _ => throw new ArgumentException(
                $"Unsupported encoding: {format.Encoding}. Convert the file to PCM or float.", nameof(waveProvider)),
        };
    }

    public static IWaveProvider ToWaveProvider(this ISampleProvider sampleProvider) => new SampleToWaveProvider(sampleProvider);

    public static IWaveProvider ToWaveProvider16(this ISampleProvider sampleProvider) => new SampleToWaveProvider16(sampleProvider);

    public static ISampleProvider ToMono(this ISampleProvider source, float leftVol = 0.5f, float rightVol = 0.5f) =>
        source.WaveFormat.Channels == 1
            ? source
            : new StereoToMonoSampleProvider(source) { LeftVolume = leftVol, RightVolume = rightVol };

    public static ISampleProvider ToStereo(this ISampleProvider source, float leftVol = 1.0f, float rightVol = 1.0f) =>
        source.WaveFormat.Channels == 2
            ? source
            : new MonoToStereoSampleProvider(source) { LeftVolume = leftVol, RightVolume = rightVol };

    public static ISampleProvider Skip(this ISampleProvider sampleProvider, TimeSpan skipDuration) =>
        new OffsetSampleProvider(sampleProvider) { SkipOver = skipDuration };

    public static ISampleProvider Take(this ISampleProvider sampleProvider, TimeSpan takeDuration) =>
        new OffsetSampleProvider(sampleProvider) { Take = takeDuration };

    /// <summary>The plain form of an extensible format of PCM or float; any other format as it is.</summary>
    public static WaveFormat AsStandardWaveFormat(this WaveFormat waveFormat) => waveFormat switch
    {
        WaveFormatExtensible extensible => extensible.ToStandardWaveFormat(),
        WaveFormatExtraData { Encoding: WaveFormatEncoding.Extensible } read => WaveFormatExtensible.ToStandardWaveFormat(read),
        _ => waveFormat,
    };
}
