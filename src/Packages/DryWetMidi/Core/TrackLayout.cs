using Melanchall.DryWetMidi.Common;

namespace Melanchall.DryWetMidi.Core;

/// <summary>Brings the tracks into the form that a file of several tracks has in the package.</summary>
internal static class TrackLayout
{
    /// <summary>A track alone with events is split; other tracks stay as they are.</summary>
    public static IEnumerable<MidiChunk> OfMultiTrack(ChunksCollection chunks) =>
        chunks.OfType<TrackChunk>().ToArray() is [{ Events.Count: > 0 } track]
            ? Split(track).Concat(chunks.Where(chunk => chunk is not TrackChunk))
            : chunks;

    /// <summary>
    /// A track of what belongs to no channel, then one track for each channel in use. A channel prefix puts the meta events
    /// after it into that channel's track, until the next event of another kind.
    /// </summary>
    private static IEnumerable<TrackChunk> Split(TrackChunk track)
    {
        var lanes = new List<(long, MidiEvent)>[1 + FourBitNumber.MaxValue + 1];
        int prefixed = 0;
        foreach ((long time, MidiEvent midiEvent) in track.Events.WithTimes())
        {
            if (midiEvent is ChannelPrefixEvent prefix && prefix.Channel <= FourBitNumber.MaxValue)
                prefixed = prefix.Channel + 1;
            else if (midiEvent is not MetaEvent)
                prefixed = 0;

            int lane = midiEvent is ChannelEvent channelEvent ? channelEvent.Channel + 1 : prefixed;
            (lanes[lane] ??= []).Add((time, midiEvent));
        }

        return lanes.Where(lane => lane != null).Select(Track);
    }

    private static TrackChunk Track(IEnumerable<(long Time, MidiEvent Event)> items)
    {
        var track = new TrackChunk();
        long last = 0;
        foreach ((long time, MidiEvent midiEvent) in items)
        {
            MidiEvent clone = midiEvent.Clone();
            clone.DeltaTime = time - last;
            track.Events.Add(clone);
            last = time;
        }

        return track;
    }
}
