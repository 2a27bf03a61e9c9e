namespace NAudio.Wave.SampleProviders;

public abstract class SampleProviderConverterBase : ISampleProvider
{
    private readonly IWaveProvider _source;
    private byte[] _bytes = [];

    public SampleProviderConverterBase(IWaveProvider source)
    {
        ArgumentNullException.ThrowIfNull(source);
        _source = source;
        WaveFormat = WaveFormat.CreateIeeeFloatWaveFormat(source.WaveFormat.SampleRate, source.WaveFormat.Channels);
    }

    public WaveFormat WaveFormat { get; }

    public abstract int Read(Span<float> buffer);

    /// <summary>The next bytes, up to <paramref name="count"/>.</summary>
    private protected ReadOnlySpan<byte> ReadBytes(int count)
    {
        if (_bytes.Length < count)
            _bytes = new byte[count];
        return _bytes.AsSpan(0, ReadInto(_bytes.AsSpan(0, count)));
    }

    /// <summary>Bytes read; a last frame that the source has only in part is left out.</summary>
    private protected int ReadInto(Span<byte> bytes)
    {
        int read = _source.Read(bytes);
        return read == bytes.Length ? read : read - read % _source.WaveFormat.BlockAlign;
    }
}
