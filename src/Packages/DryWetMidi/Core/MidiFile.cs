using Melanchall.DryWetMidi.Common;

namespace Melanchall.DryWetMidi.Core;

public sealed class MidiFile
{
    public MidiFile()
    {
    }

    public MidiFile(IEnumerable<MidiChunk> chunks)
    {
        Chunks.AddRange(chunks);
    }

    public MidiFile(params MidiChunk[] chunks)
        : this((IEnumerable<MidiChunk>)chunks)
    {
    }

    public TimeDivision TimeDivision { get; set; } = new TicksPerQuarterNoteTimeDivision();

    public ChunksCollection Chunks { get; } = new();

    public MidiFileFormat OriginalFormat
    {
        get
        {
            if (FormatWord is not ushort format)
                throw new InvalidOperationException("The file was not read from anywhere, so it has no original format.");

            return Enum.IsDefined((MidiFileFormat)format) ? (MidiFileFormat)format : throw new UnknownFileFormatException(format);
        }
    }

    /// <summary>The format as the header that was read states it; null for a file made in memory.</summary>
    internal ushort? FormatWord { get; set; }

    public static MidiFile Read(string filePath, ReadingSettings settings = null) =>
        new FileReader(File.ReadAllBytes(filePath), settings ?? new ReadingSettings()).Read();

    public static MidiFile Read(Stream stream, ReadingSettings settings = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (!stream.CanRead)
            throw new ArgumentException("The stream cannot be read.", nameof(stream));
        if (stream.CanSeek && stream.Position >= stream.Length)
            throw new ArgumentException("The stream is read to its end already.", nameof(stream));

        settings ??= new ReadingSettings();
        long start = stream.CanSeek ? stream.Position : 0;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        var reader = new FileReader(bytes.ToArray(), settings);
        MidiFile file = reader.Read();

        // The way to read several files that follow each other in one stream.
        if (stream.CanSeek && settings.StopReadingOnExpectedTrackChunksCountReached)
            stream.Position = start + reader.Position;
        return file;
    }

    public void Write(
        string filePath, bool overwriteFile = false, MidiFileFormat format = MidiFileFormat.MultiTrack, WritingSettings settings = null)
    {
        ReadOnlySpan<byte> bytes = new FileWriter(settings ?? new WritingSettings()).Write(this, Check.Defined(format));
        using var stream = new FileStream(filePath, overwriteFile ? FileMode.Create : FileMode.CreateNew);
        stream.Write(bytes);
    }

    public void Write(Stream stream, MidiFileFormat format = MidiFileFormat.MultiTrack, WritingSettings settings = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (!stream.CanWrite)
            throw new ArgumentException("The stream cannot be written to.", nameof(stream));

        stream.Write(new FileWriter(settings ?? new WritingSettings()).Write(this, Check.Defined(format)));
    }

    public MidiFile Clone() => new(Chunks.Select(chunk => chunk.Clone()))
    {
        TimeDivision = TimeDivision?.Clone(),
        FormatWord = FormatWord,
    };

    public static bool Equals(MidiFile midiFile1, MidiFile midiFile2) => Equals(midiFile1, midiFile2, out _);

    public static bool Equals(MidiFile midiFile1, MidiFile midiFile2, out string message) =>
        Equals(midiFile1, midiFile2, null, out message);

    public static bool Equals(MidiFile midiFile1, MidiFile midiFile2, MidiFileEqualityCheckSettings settings) =>
        Equals(midiFile1, midiFile2, settings, out _);

    public static bool Equals(MidiFile midiFile1, MidiFile midiFile2, MidiFileEqualityCheckSettings settings, out string message) =>
        Equality.OfFiles(midiFile1, midiFile2, settings ?? new MidiFileEqualityCheckSettings(), out message);
}
