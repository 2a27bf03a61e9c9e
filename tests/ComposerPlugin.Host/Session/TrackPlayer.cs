using ComposerPlugin.Vst3;

namespace ComposerPlugin.Host;

/// <summary>
/// [audio] Plays the items of a track as the transport passes them. When the song jumps or stops, it ends the sounding notes, as
/// hosts do.
/// </summary>
internal sealed class TrackPlayer(HostTransport transport, TimelineItem[] items)
{
    private const int Channels = 16;
    private const int Pitches = 128;
    private const double SameOrigin = 1e-6;

    private readonly double[] _songSamples = [.. items.Select(item => transport.SongSampleOf(item.Time))];
    // Sounding notes per pitch: each of several overlapping ones gets its note-off.
    private readonly int[] _sounding = new int[Channels * Pitches];
    private Stretch _last = transport.StretchAt(0);

    /// <summary>Sends the items of a block, each with its offset. Within a stretch the offsets ascend.</summary>
    public void Play(long time, int frames, IItemSink sink)
    {
        for (long at = time; at < time + frames;)
        {
            var stretch = transport.StretchAt(at);
            if (at == stretch.Start && !Continues(stretch))
                EndNotes(time, at, sink);
            _last = stretch;
            long end = Math.Min(stretch.End, time + frames);
            if (stretch.Playing)
                PlayStretch(stretch, time, at, end, sink);
            at = end;
        }
    }

    private bool Continues(in Stretch stretch) =>
        stretch.Playing == _last.Playing && Math.Abs(stretch.Origin - _last.Origin) < SameOrigin;

    private void PlayStretch(in Stretch stretch, long time, long from, long end, IItemSink sink)
    {
        // One sample early, because times are rounded up.
        for (int index = FirstFrom(stretch.SongSampleAt(from) - 1); index < items.Length; index++)
        {
            long at = stretch.TimeOf(_songSamples[index]);
            if (at >= end)
                return;
            if (at >= from && (items[index].ParameterId is not null || Sounds(items[index].Event)))
                sink.Take(items[index], (int)(at - time), items[index].Time);
        }
    }

    private int FirstFrom(double songSample)
    {
        int low = 0;
        for (int high = items.Length; low < high;)
        {
            int middle = (low + high) / 2;
            if (_songSamples[middle] < songSample)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    /// <summary>Tracks sounding notes; false for a note-off whose note began before the stretch.</summary>
    private bool Sounds(in Event e)
    {
        if (e.Type == EventType.NoteOn)
        {
            _sounding[e.NoteOn.Channel * Pitches + e.NoteOn.Pitch]++;
            return true;
        }
        if (e.Type != EventType.NoteOff)
            return true;
        ref int sounding = ref _sounding[e.NoteOff.Channel * Pitches + e.NoteOff.Pitch];
        if (sounding == 0)
            return false;
        sounding--;
        return true;
    }

    private void EndNotes(long time, long at, IItemSink sink)
    {
        double quarter = transport.At(at).Quarter;
        for (int index = 0; index < _sounding.Length; index++)
        {
            var off = Timeline.NoteOff(index % Pitches, index / Pitches, EventFlags.None);
            for (; _sounding[index] > 0; _sounding[index]--)
                sink.Take(new(quarter, off, null, 0), (int)(at - time), quarter);
        }
    }
}
