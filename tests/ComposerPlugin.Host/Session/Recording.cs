using ComposerPlugin.Vst3;

namespace ComposerPlugin.Host;

/// <summary>A plugin's output in a session.</summary>
public sealed class Recording
{
    private RecordedEvent[] _events = new RecordedEvent[1 << 14];
    private int _count;

    /// <summary>Events in the plugin's order.</summary>
    public ReadOnlySpan<RecordedEvent> Events => _events.AsSpan(0, _count);

    /// <summary>Durations of the process calls.</summary>
    public BlockTimes BlockTimes { get; } = new();

    /// <summary>The largest absolute audio sample; NaN if the plugin left output unwritten.</summary>
    public double AudioPeak { get; private set; }

    /// <summary>Process calls that returned an error.</summary>
    public int FailedBlocks { get; private set; }

    /// <summary>With real-time pacing: blocks that took the plugin longer than they last.</summary>
    public int LateBlocks { get; internal set; }

    /// <summary>Events whose offset is outside their block, or before that of an earlier event.</summary>
    public int MisplacedEvents { get; private set; }

    /// <summary>Bytes allocated by all process calls in this process's managed heap.</summary>
    public long AllocatedBytes { get; private set; }

    /// <summary>Bytes allocated by the last process call in this process's managed heap.</summary>
    public long LastAllocatedBytes { get; private set; }

    /// <summary>
    /// Pairs note-ons with note-offs of the same channel and pitch (and note id, where there is one), in the order of the onsets.
    /// </summary>
    /// <param name="strayNoteOffs">Note-offs without a sounding note.</param>
    public IReadOnlyList<RecordedNote> Notes(out int strayNoteOffs)
    {
        var notes = new List<RecordedNote>();
        var sounding = new List<(int Index, NoteOnEvent On)>();
        strayNoteOffs = 0;
        foreach (var (time, quarter, e) in Events)
        {
            if (e.Type == EventType.NoteOn)
            {
                sounding.Add((notes.Count, e.NoteOn));
                notes.Add(new(
                    time, -1, quarter, double.NaN, e.NoteOn.Pitch, (int)MathF.Round(e.NoteOn.Velocity * 127), e.NoteOn.Channel));
            }
            else if (e.Type == EventType.NoteOff)
            {
                var off = e.NoteOff;
                int place = sounding.FindIndex(note =>
                    note.On.Channel == off.Channel && note.On.Pitch == off.Pitch && (off.NoteId == -1 || off.NoteId == note.On.NoteId));
                if (place < 0)
                {
                    strayNoteOffs++;
                    continue;
                }
                int index = sounding[place].Index;
                notes[index] = notes[index] with { EndTime = time, EndQuarter = quarter };
                sounding.RemoveAt(place);
            }
        }
        return notes;
    }

    /// <summary>Pairs note-ons with note-offs.</summary>
    public IReadOnlyList<RecordedNote> Notes() => Notes(out _);

    /// <summary>[audio] Records the output of the last block.</summary>
    internal void Take(HostedPlugin plugin, HostTransport transport, long time, int frames, bool succeeded)
    {
        BlockTimes.Add(plugin.LastProcessTime);
        AllocatedBytes += plugin.LastProcessAllocated;
        LastAllocatedBytes = plugin.LastProcessAllocated;
        AudioPeak = Math.Max(AudioPeak, plugin.OutputPeak(frames));
        if (!succeeded)
            FailedBlocks++;
        int previous = 0;
        for (int index = 0; index < plugin.OutputEvents.Count; index++)
        {
            ref readonly var e = ref plugin.OutputEvents[index];
            if (e.SampleOffset < previous || e.SampleOffset >= Math.Max(1, frames))
                MisplacedEvents++;
            previous = Math.Max(previous, e.SampleOffset);
            if (_count == _events.Length)
                Array.Resize(ref _events, 2 * _count);
            long at = time + e.SampleOffset;
            _events[_count++] = new(at, transport.At(at).Quarter, e);
        }
    }
}
