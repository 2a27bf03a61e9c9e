namespace NAudio.Wave.SampleProviders;

public class StereoToMonoSampleProvider : ISampleProvider
{
    private readonly ISampleProvider _source;
    private float[] _frames = [];

    public StereoToMonoSampleProvider(ISampleProvider sourceProvider)
    {
        ArgumentNullException.ThrowIfNull(sourceProvider);
        if (sourceProvider.WaveFormat.Channels != 2)
        {
            throw new ArgumentException(
                $"The source must be stereo; it has {sourceProvider.WaveFormat.Channels} channels. Use a ChannelMixerSampleProvider.",
                nameof(sourceProvider));
        }

        _source = sourceProvider;
        WaveFormat = WaveFormat.CreateIeeeFloatWaveFormat(sourceProvider.WaveFormat.SampleRate, 1);
    }

    public WaveFormat WaveFormat { get; }

    public float LeftVolume { get; set; } = 0.5f;

    public float RightVolume { get; set; } = 0.5f;

    public int Read(Span<float> buffer)
    {
        int wanted = checked(buffer.Length * 2);
        if (_frames.Length < wanted)
            _frames = new float[wanted];

        int count = _source.Read(_frames.AsSpan(0, wanted)) / 2;
        for (int i = 0; i < count; i++)
            buffer[i] = _frames[2 * i] * LeftVolume + _frames[2 * i + 1] * RightVolume;
        return count;
    }
}
