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
            MidiFileFormat.SingleTrack when tracks.Length > 1 => Merge(tracks).Concat(others),
            MidiFileFormat.MultiTrack when tracks is [{ Events.Count: > 0 }] => Split(tracks[0]).Concat(others),
            MidiFileFormat.MultiSequence => BySequence(tracks).SelectMany(Merge).Concat(others),
            _ => chunks,
        };
    }

    /// <summary>
    /// One track with clones of all events, or none where there are no events. At equal times meta events come first, then
    /// the earlier track. A track alone is left as it is.
    /// </summary>
    public static IEnumerable<TrackChunk> Merge(IEnumerable<TrackChunk> tracks)
    {
        if (tracks.Take(2).Count() == 1)
            return tracks;

        var merged = new List<(long Time, MidiEvent Event)>();
        foreach (TrackChunk track in tracks)
            merged.AddRange(track.Events.WithTimes().Where(item => item.Event is not EndOfTrackEvent));
        return merged.Count == 0 ? [] : [Track(merged.OrderBy(item => item.Time).ThenBy(item => item.Event is not MetaEvent))];
    }

    /// <summary>The tracks of each sequence: its number stands at the beginning of a track, or else is the track's own.</summary>
    private static IEnumerable<IEnumerable<TrackChunk>> BySequence(IEnumerable<TrackChunk> tracks) => tracks
        .Select((track, i) => (Track: track, Number: StatedNumber(track) ?? i))
        .GroupBy(item => item.Number, item => item.Track);

    private static int? StatedNumber(TrackChunk track) =>
        track.Events.TakeWhile(midiEvent => midiEvent.DeltaTime == 0).OfType<SequenceNumberEvent>().FirstOrDefault()?.Number;

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
