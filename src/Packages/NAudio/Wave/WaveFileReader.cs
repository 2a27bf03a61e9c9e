using System.Buffers.Binary;
using NAudio.Wave.SampleProviders;

namespace NAudio.Wave;

public class WaveFileReader : WaveStream
{
    private readonly Stream _stream;
    private readonly bool _ownsStream;
    private readonly long _dataStart;
    private readonly WaveFormat _standard;

    public WaveFileReader(string waveFile)
        : this(File.OpenRead(waveFile), ownsStream: true)
    {
    }

    public WaveFileReader(Stream inputStream)
        : this(inputStream, ownsStream: false)
    {
    }

    private WaveFileReader(Stream stream, bool ownsStream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        _stream = stream;
        _ownsStream = ownsStream;
        try
        {
            WaveFileHeader header = WaveFileHeader.Read(stream);
            WaveFormat = header.Format;
            _standard = header.Format.AsStandardWaveFormat();
            Length = header.DataLength;
            _dataStart = header.DataStart;
            Position = 0;
        }
        catch when (ownsStream)
        {
            stream.Dispose();
            throw;
        }
    }

    public override WaveFormat WaveFormat { get; }

    public override long Length { get; }

    public override long Position
    {
        get => _stream.Position - _dataStart;
        set
        {
            long position = Math.Clamp(value, 0, Length);
            _stream.Position = _dataStart + position - position % BlockAlign;
        }
    }

    public long SampleCount =>
        WaveFormat.Encoding is WaveFormatEncoding.Pcm or WaveFormatEncoding.IeeeFloat or WaveFormatEncoding.Extensible
            ? Length / BlockAlign
            : throw new InvalidOperationException($"The samples of a file in {WaveFormat.Encoding} cannot be counted without decoding it.");

    public override int Read(byte[] array, int offset, int count) => Read(array.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (buffer.Length % BlockAlign != 0)
        {
            throw new ArgumentException(
                $"Whole blocks only can be read: {buffer.Length} bytes are asked for, a block has {BlockAlign}.", nameof(buffer));
        }

        int count = (int)Math.Clamp(Length - Position, 0, buffer.Length);
        return _stream.ReadAtLeast(buffer[..count], count, throwOnEndOfStream: false);
    }

    /// <summary>One sample of each channel, or null at the end.</summary>
    public float[] ReadNextSampleFrame()
    {
        int bits = _standard.BitsPerSample;
        bool isFloat = _standard.Encoding == WaveFormatEncoding.IeeeFloat && bits == 32;
        bool isPcm = _standard.Encoding == WaveFormatEncoding.Pcm && bits is 16 or 24 or 32;
        if (!isFloat && !isPcm)
        {
            throw new InvalidOperationException(
                $"Frames are read from PCM of 16, 24 or 32 bits or from 32 bit float only, not from {_standard}.");
        }

        Blocks.RequirePacked(_standard);

        var bytes = new byte[BlockAlign];
        int read = Read(bytes);
        if (read == 0)
            return null;
        if (read < bytes.Length)
            throw new InvalidDataException($"The file ends within a frame: {read} bytes of {bytes.Length}.");

        var frame = new float[_standard.Channels];
        for (int channel = 0; channel < frame.Length; channel++)
        {
            ReadOnlySpan<byte> sample = bytes.AsSpan(channel * (bits / 8));
            frame[channel] = bits switch
            {
                16 => BinaryPrimitives.ReadInt16LittleEndian(sample) / 32768f,
                24 => Pcm24.Read(sample) / 8388608f,
                _ when isFloat => BinaryPrimitives.ReadSingleLittleEndian(sample),
                _ => BinaryPrimitives.ReadInt32LittleEndian(sample) / 2147483648f,
            };
        }

        return frame;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && _ownsStream)
            _stream.Dispose();
        base.Dispose(disposing);
    }
}
