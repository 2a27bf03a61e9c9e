using System.Buffers.Binary;
using System.Text;
using NAudio.Wave.SampleProviders;

namespace NAudio.Wave;

public class WaveFileWriter : Stream
{
    private const int CopyBytes = 1 << 16;

    private readonly Stream _stream;
    private readonly BinaryWriter _writer;
    private readonly bool _ownsStream;
    private readonly WaveFormat _standard;
    private readonly long _start;
    private readonly long _factStart;
    private readonly long _dataStart;
    private long _length;
    private bool _disposed;

    public WaveFileWriter(string filename, WaveFormat format)
        : this(new FileStream(filename, FileMode.Create, FileAccess.ReadWrite, FileShare.Read), format, ownsStream: true)
    {
        Filename = filename;
    }

    public WaveFileWriter(Stream outStream, WaveFormat format)
        : this(outStream, format, ownsStream: false)
    {
    }

    private WaveFileWriter(Stream stream, WaveFormat format, bool ownsStream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(format);
        WaveFormat = format;
        _stream = stream;
        _ownsStream = ownsStream;
        _standard = format.AsStandardWaveFormat();
        _writer = new BinaryWriter(stream, Encoding.ASCII, leaveOpen: true);

        // The sizes are written as zero and put right by Flush.
        _start = stream.Position;
        WriteChunkPreamble("RIFF"u8);
        _writer.Write("WAVE"u8);
        _writer.Write("fmt "u8);
        format.Serialize(_writer);
        if (format.Encoding != WaveFormatEncoding.Pcm && format.BitsPerSample > 0)
        {
            WriteChunkPreamble("fact"u8, sizeof(uint));
            _factStart = stream.Position;
            _writer.Write(0u);
        }

        WriteChunkPreamble("data"u8);
        _dataStart = stream.Position;
    }

    public string Filename { get; }

    public WaveFormat WaveFormat { get; }

    public override long Length => _length;

    public override long Position
    {
        get => _length;
        set => throw new InvalidOperationException("A wave file is written from its beginning to its end; its position cannot be set.");
    }

    public TimeSpan TotalTime => TimeSpan.FromSeconds((double)_length / WaveFormat.AverageBytesPerSecond);

    public override bool CanRead => false;

    public override bool CanWrite => true;

    public override bool CanSeek => false;

    public static void CreateWaveFile16(string filename, ISampleProvider source) =>
        CreateWaveFile(filename, new SampleToWaveProvider16(source));

    public static void CreateWaveFile(string filename, IWaveProvider source)
    {
        using var writer = new WaveFileWriter(filename, source.WaveFormat);
        writer.WriteAll(source);
    }

    public static void WriteWavFileToStream(Stream outStream, IWaveProvider source)
    {
        using var writer = new WaveFileWriter(outStream, source.WaveFormat);
        writer.WriteAll(source);
    }

    public override void Write(byte[] data, int offset, int count) => Write(data.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> data)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (_dataStart - _start + _length + data.Length + 1 > uint.MaxValue)
            throw new ArgumentException("A WAVE file cannot be larger than 4 GB; begin another one.", nameof(data));

        _stream.Write(data);
        _length += data.Length;
    }

    public void WriteSample(float sample)
    {
        Span<byte> bytes = stackalloc byte[sizeof(float)];
        Write(bytes[..WriteSample(bytes, sample)]);
    }

    public void WriteSamples(float[] samples, int offset, int count)
    {
        foreach (float sample in samples.AsSpan(offset, count))
            WriteSample(sample);
    }

    public void WriteSamples(short[] samples, int offset, int count)
    {
        Span<byte> bytes = stackalloc byte[sizeof(short)];
        foreach (short sample in samples.AsSpan(offset, count))
        {
            if (_standard.BitsPerSample != 16)
            {
                WriteSample(sample / 32768f);
                continue;
            }

            BinaryPrimitives.WriteInt16LittleEndian(bytes, sample);
            Write(bytes);
        }
    }

    /// <summary>Writes the sizes into the header, so that the file is whole as it is.</summary>
    public override void Flush()
    {
        long end = _stream.Position;
        WriteSize(_start + sizeof(uint), end - _start - 2 * sizeof(uint));
        if (_factStart > 0)
            WriteSize(_factStart, _length / WaveFormat.BlockAlign);
        WriteSize(_dataStart - sizeof(uint), _length);
        _stream.Position = end;
        _stream.Flush();
    }

    public override int Read(byte[] buffer, int offset, int count) =>
        throw new InvalidOperationException("A WaveFileWriter cannot be read; use a WaveFileReader.");

    public override long Seek(long offset, SeekOrigin origin) =>
        throw new InvalidOperationException("A wave file is written from its beginning to its end; its position cannot be set.");

    public override void SetLength(long value) =>
        throw new InvalidOperationException("The length of a wave file is that of what is written to it.");

    protected override void Dispose(bool disposing)
    {
        if (disposing && !_disposed)
        {
            _disposed = true;
            try
            {
                if ((_length & 1) == 1)
                    _stream.WriteByte(0); // chunks are padded to even lengths
                Flush();
            }
            finally
            {
                _writer.Dispose();
                if (_ownsStream)
                    _stream.Dispose();
            }
        }

        base.Dispose(disposing);
    }

    private void WriteAll(IWaveProvider source)
    {
        int blockAlign = source.WaveFormat.BlockAlign;
        var buffer = new byte[Math.Max(1, CopyBytes / blockAlign) * blockAlign];
        for (int read = source.Read(buffer); read > 0; read = source.Read(buffer))
            Write(buffer.AsSpan(0, read));
    }

    private int WriteSample(Span<byte> bytes, float sample)
    {
        double clipped = Math.Clamp(sample, -1.0, 1.0);
        switch (_standard.Encoding, _standard.BitsPerSample)
        {
            case (WaveFormatEncoding.IeeeFloat, 32):
                BinaryPrimitives.WriteSingleLittleEndian(bytes, sample);
                break;
            case (WaveFormatEncoding.Pcm, 16):
                BinaryPrimitives.WriteInt16LittleEndian(bytes, (short)(clipped * short.MaxValue));
                break;
            case (WaveFormatEncoding.Pcm, 24):
                Pcm24.Write(bytes, (int)(clipped * Pcm24.MaxValue));
                break;
            case (WaveFormatEncoding.Pcm, 32) when WaveFormat.Encoding == WaveFormatEncoding.Extensible:
                BinaryPrimitives.WriteInt32LittleEndian(bytes, (int)(clipped * int.MaxValue));
                break;
            default:
                throw new InvalidOperationException(
                    $"Samples can be written as PCM of 16 or 24 bits, as float or in an extensible format of 32 bits, not as {_standard}.");
        }

        return _standard.BitsPerSample / 8;
    }

    private void WriteChunkPreamble(ReadOnlySpan<byte> id, uint size = 0)
    {
        _writer.Write(id);
        _writer.Write(size);
    }

    private void WriteSize(long position, long size)
    {
        _stream.Position = position;
        _writer.Write((uint)size);
    }
}
