namespace Melanchall.DryWetMidi.Core;

/// <summary>Lays out a whole file in memory.</summary>
internal sealed class FileWriter
{
    private readonly WritingSettings _settings;

    public FileWriter(WritingSettings settings)
    {
        _settings = settings;
    }

    public ReadOnlySpan<byte> Write(MidiFile file, MidiFileFormat format)
    {
        TimeDivision division = file.TimeDivision ?? throw new InvalidOperationException("The file has no time division.");
        MidiChunk[] chunks = TrackLayout.OfMultiTrack(file.Chunks).ToArray();
        int tracks = chunks.OfType<TrackChunk>().Count();
        if (tracks > ushort.MaxValue)
            throw new TooManyTrackChunksException(tracks);

        var writer = new MidiWriter();
        var header = new MidiWriter();
        header.WriteWord((ushort)format);
        header.WriteWord((ushort)tracks);
        header.WriteWord((ushort)division.Word);
        writer.WriteChunk("MThd", header.Written);
        foreach (MidiChunk chunk in chunks)
        {
            if (chunk is TrackChunk trackChunk)
                writer.WriteChunk(TrackChunk.Id, new TrackWriter(_settings).Write(trackChunk.Events));
            else if (chunk is UnknownChunk unknown)
                writer.WriteChunk(unknown.ChunkId, unknown.Data);
        }

        return writer.Written;
    }
}
