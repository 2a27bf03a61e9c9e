namespace NAudio.Wave.SampleProviders;

public class ChannelMixerSampleProvider : ISampleProvider
{
    private readonly ISampleProvider _source;
    private readonly float[,] _matrix;
    private float[] _frames = [];

    public ChannelMixerSampleProvider(ISampleProvider source, float[,] matrix)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(matrix);
        if (matrix.GetLength(0) != source.WaveFormat.Channels)
        {
            throw new ArgumentException(
                $"The matrix has {matrix.GetLength(0)} rows; it needs one for each of the {source.WaveFormat.Channels} source channels.",
                nameof(matrix));
        }

        if (matrix.GetLength(1) == 0)
            throw new ArgumentException("The matrix has no columns; it needs one for each output channel.", nameof(matrix));

        _source = source;
        _matrix = (float[,])matrix.Clone();
        WaveFormat = WaveFormat.CreateIeeeFloatWaveFormat(source.WaveFormat.SampleRate, matrix.GetLength(1));
    }

    public WaveFormat WaveFormat { get; }

    public int Read(Span<float> buffer)
    {
        int inputs = _matrix.GetLength(0);
        int outputs = _matrix.GetLength(1);
        int wanted = checked(buffer.Length / outputs * inputs);
        if (_frames.Length < wanted)
            _frames = new float[wanted];

        int count = _source.Read(_frames.AsSpan(0, wanted)) / inputs;
        for (int frame = 0; frame < count; frame++)
        {
            ReadOnlySpan<float> input = _frames.AsSpan(frame * inputs, inputs);
            Span<float> output = buffer.Slice(frame * outputs, outputs);
            output.Clear();
            for (int i = 0; i < inputs; i++)
            {
                for (int o = 0; o < outputs; o++)
                    output[o] += input[i] * _matrix[i, o];
            }
        }

        return count * outputs;
    }
}
