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

    public TimeDivision TimeDivision { get; set; } =
        new TicksPerQuarterNoteTimeDivision(TicksPerQuarterNoteTimeDivision.DefaultTicksPerQuarterNote);

    public ChunksCollection Chunks { get; } = new();

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

    public void Write(Stream stream, MidiFileFormat format = MidiFileFormat.MultiTrack, WritingSettings settings = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (!stream.CanWrite)
            throw new ArgumentException("The stream cannot be written to.", nameof(stream));

        stream.Write(new FileWriter(settings ?? new WritingSettings()).Write(this, Check.Defined(format)));
    }
}
