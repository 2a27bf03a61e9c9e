using Melanchall.DryWetMidi.Core;

namespace Melanchall.DryWetMidi.Interaction;

public static class TempoMapManagingUtilities
{
    public static TempoMap GetTempoMap(this MidiFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return TempoMapEvents.Read(file.GetTrackChunks().Select(trackChunk => trackChunk.Events));
    }
}
