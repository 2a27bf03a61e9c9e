using Melanchall.DryWetMidi.Common;

namespace Melanchall.DryWetMidi.Core;

/// <summary>Brings the tracks into the form that a file format asks for.</summary>
internal static class TrackLayout
{
    public static IEnumerable<MidiChunk> For(MidiFileFormat format, ChunksCollection chunks)
    {
        TrackChunk[] tracks = chunks.OfType<TrackChunk>().ToArray();
        IEnumerable<MidiChunk> others = chunks.Where(chunk => chunk is not TrackChunk);
        return format switch
        {
            MidiFileFormat.SingleTrack when tracks.Length > 1 => others.Prepend(Merge(tracks)),
            MidiFileFormat.MultiTrack when tracks is [{ Events.Count: > 0 }] => Split(tracks[0]).Concat(others),
            _ => chunks,
        };
    }

    /// <summary>One track with clones of all events; at equal times the earlier track comes first.</summary>
    public static TrackChunk Merge(IEnumerable<TrackChunk> tracks)
    {
        var merged = new List<(long Time, MidiEvent Event)>();
        foreach (TrackChunk track in tracks)
            merged.AddRange(track.Events.WithTimes().Where(item => item.Event is not EndOfTrackEvent));

        return Track(merged.OrderBy(item => item.Time));
    }

    /// <summary>
    /// A track of what belongs to no channel, then one track for each channel in use. A channel prefix puts the meta and
    /// system exclusive events after it into that channel's track, until the next channel event.
    /// </summary>
    private static IEnumerable<TrackChunk> Split(TrackChunk track)
    {
        var lanes = new List<(long, MidiEvent)>[1 + FourBitNumber.MaxValue + 1];
        int prefixed = 0;
        foreach ((long time, MidiEvent midiEvent) in track.Events.WithTimes())
        {
            if (midiEvent is ChannelPrefixEvent prefix && prefix.Channel <= FourBitNumber.MaxValue)
                prefixed = prefix.Channel + 1;
            else if (midiEvent is ChannelEvent)
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
