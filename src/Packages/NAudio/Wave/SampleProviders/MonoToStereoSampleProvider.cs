namespace NAudio.Wave.SampleProviders;

public class MonoToStereoSampleProvider : ISampleProvider
{
    private readonly ISampleProvider _source;
    private float[] _samples = [];

    public MonoToStereoSampleProvider(ISampleProvider source)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (source.WaveFormat.Channels != 1)
            throw new ArgumentException($"The source must be mono; it has {source.WaveFormat.Channels} channels.", nameof(source));

        _source = source;
        WaveFormat = WaveFormat.CreateIeeeFloatWaveFormat(source.WaveFormat.SampleRate, 2);
    }

    public WaveFormat WaveFormat { get; }

    public float LeftVolume { get; set; } = 1f;

    public float RightVolume { get; set; } = 1f;

    public int Read(Span<float> buffer)
    {
        int wanted = buffer.Length / 2;
        if (_samples.Length < wanted)
            _samples = new float[wanted];

        int count = _source.Read(_samples.AsSpan(0, wanted));
        for (int i = 0; i < count; i++)
        {
            buffer[2 * i] = _samples[i] * LeftVolume;
            buffer[2 * i + 1] = _samples[i] * RightVolume;
        }

        return count * 2;
    }
}
