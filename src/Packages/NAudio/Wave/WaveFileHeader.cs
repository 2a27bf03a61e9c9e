using System.Buffers.Binary;
using System.Text;

namespace NAudio.Wave;

/// <summary>What the chunks of a RIFF or RF64 file say about its audio: in which format it is, and where.</summary>
internal sealed class WaveFileHeader
{
    private const int ChunkPreambleSize = 8;
    private const int Ds64SizesLength = 24;

    private static readonly uint Riff = Id("RIFF"u8);
    private static readonly uint Rf64 = Id("RF64"u8);
    private static readonly uint Wave = Id("WAVE"u8);
    private static readonly uint Ds64 = Id("ds64"u8);
    private static readonly uint Fmt = Id("fmt "u8);
    private static readonly uint Data = Id("data"u8);

    private readonly Stream _stream;
    private readonly BinaryReader _reader;
    private long? _ds64DataLength;

    private WaveFileHeader(BinaryReader reader)
    {
        _stream = reader.BaseStream;
        _reader = reader;
    }

    public WaveFormat Format { get; private set; }

    public long DataStart { get; private set; } = -1;

    public long DataLength { get; private set; }

    public static WaveFileHeader Read(Stream stream)
    {
        using var reader = new BinaryReader(stream, Encoding.ASCII, leaveOpen: true);
        var header = new WaveFileHeader(reader);
        header.ReadChunks(end: header.ReadPreamble());
        header.Check();
        return header;
    }

    private static uint Id(ReadOnlySpan<byte> id) => BinaryPrimitives.ReadUInt32LittleEndian(id);

    /// <summary>Where the chunks end: where the header says, or earlier where the stream ends earlier.</summary>
    private long ReadPreamble()
    {
        uint id = _reader.ReadUInt32();
        if (id != Riff && id != Rf64)
            throw new FormatException("Not a WAVE file: it does not begin with RIFF or RF64.");

        long size = _reader.ReadUInt32();
        long start = _stream.Position;
        if (_reader.ReadUInt32() != Wave)
            throw new FormatException("Not a WAVE file: the RIFF header is not followed by WAVE.");
        if (id == Rf64)
            size = ReadDs64();
        return start + Math.Clamp(size, 0, _stream.Length - start);
    }

    /// <summary>The sizes that need 64 bits; returns that of the whole file.</summary>
    private long ReadDs64()
    {
        if (_reader.ReadUInt32() != Ds64)
            throw new FormatException("Not a valid RF64 file: its first chunk is not ds64.");

        uint length = _reader.ReadUInt32();
        long start = _stream.Position;
        if (length < Ds64SizesLength)
            throw new InvalidDataException($"The ds64 chunk has {length} bytes; it needs {Ds64SizesLength} at least.");

        long fileSize = _reader.ReadInt64();
        _ds64DataLength = _reader.ReadInt64();
        MoveTo(start + length);
        return fileSize;
    }

    private void ReadChunks(long end)
    {
        while (_stream.Position <= end - ChunkPreambleSize)
        {
            uint id = _reader.ReadUInt32();
            long length = _reader.ReadUInt32();
            long start = _stream.Position;
            if (id == Data)
            {
                // Recorders that cannot seek leave a length that is far too large.
                length = Math.Clamp(_ds64DataLength ?? length, 0, _stream.Length - start);
                DataStart = start;
                DataLength = length;
            }
            else if (id == Fmt)
            {
                if (length > int.MaxValue)
                    throw new InvalidDataException($"The format chunk claims {length} bytes.");
                Format = WaveFormat.FromFormatChunk(_reader, (int)length);
            }

            MoveTo(start + length);
            if ((length & 1) == 1)
                SkipPadding();
        }
    }

    /// <summary>A chunk that claims to reach beyond the stream is the last one: nothing says where the next would be.</summary>
    private void MoveTo(long position) => _stream.Position = Math.Min(position, _stream.Length);

    /// <summary>Chunks are padded to even lengths, but not by every program.</summary>
    private void SkipPadding()
    {
        if (_stream.ReadByte() > 0)
            _stream.Position--;
    }

    private void Check()
    {
        if (Format == null)
            throw new FormatException("Not a valid WAVE file: there is no fmt chunk.");
        if (DataStart < 0)
            throw new FormatException("Not a valid WAVE file: there is no data chunk.");
        if (Format.BlockAlign < 1 || Format.Channels < 1 || Format.SampleRate < 1)
        {
            throw new InvalidDataException(
                $"Not a valid WAVE file: its format chunk says {Format.Channels} channels, {Format.SampleRate} Hz, "
                + $"{Format.BlockAlign} bytes per block.");
        }
    }
}
