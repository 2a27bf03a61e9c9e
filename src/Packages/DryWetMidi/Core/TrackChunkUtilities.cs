using Melanchall.DryWetMidi.Common;

namespace Melanchall.DryWetMidi.Core;

public static class TrackChunkUtilities
{
    public static IEnumerable<TrackChunk> GetTrackChunks(this MidiFile midiFile)
    {
        ArgumentNullException.ThrowIfNull(midiFile);
        return midiFile.Chunks.OfType<TrackChunk>();
    }

    public static TrackChunk Merge(this IEnumerable<TrackChunk> trackChunks)
    {
        ArgumentNullException.ThrowIfNull(trackChunks);
        TrackChunk[] tracks = trackChunks.ToArray();
        return tracks.Length > 0
            ? TrackLayout.Merge(tracks).First()
            : throw new ArgumentException("There is no track to merge.", nameof(trackChunks));
    }

    public static IEnumerable<FourBitNumber> GetChannels(this TrackChunk trackChunk)
    {
        ArgumentNullException.ThrowIfNull(trackChunk);
        return trackChunk.Events.OfType<ChannelEvent>().Select(channelEvent => channelEvent.Channel).Distinct();
    }

    public static IEnumerable<FourBitNumber> GetChannels(this IEnumerable<TrackChunk> trackChunks)
    {
        ArgumentNullException.ThrowIfNull(trackChunks);
        return trackChunks.SelectMany(trackChunk => trackChunk.GetChannels()).Distinct();
    }
}
