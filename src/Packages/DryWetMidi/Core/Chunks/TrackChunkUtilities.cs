namespace Melanchall.DryWetMidi.Core;

public static class TrackChunkUtilities
{
    public static IEnumerable<TrackChunk> GetTrackChunks(this MidiFile midiFile)
    {
        ArgumentNullException.ThrowIfNull(midiFile);
        return midiFile.Chunks.OfType<TrackChunk>();
    }
}
