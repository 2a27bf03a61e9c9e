namespace Melanchall.DryWetMidi.Core;

/// <summary>RMID: a MIDI file inside the "data" chunk of a RIFF file.</summary>
internal static class RiffWrapper
{
    private const int PreambleSize = 12;
    private const int ChunkPreambleSize = 8;

    /// <summary>A reader of the wrapped file, or <paramref name="reader"/> as it is where nothing is wrapped.</summary>
    public static MidiReader Unwrap(MidiReader reader)
    {
        if (reader.Left < PreambleSize)
            return reader;

        int start = reader.Position;
        string id = reader.ReadId();
        reader.ReadDword();
        if (id == "RIFF" && reader.ReadId() == "RMID")
        {
            while (reader.Left >= ChunkPreambleSize)
            {
                string chunkId = reader.ReadId();
                long size = Math.Min(reader.ReadLittleEndianDword(), reader.Left);
                if (chunkId == "data")
                    return reader.Slice(size);
                reader.Slice(Math.Min(size + (size & 1), reader.Left)); // chunks are padded to even sizes
            }
        }

        reader.Position = start;
        return reader;
    }
}
