namespace Melanchall.DryWetMidi.Core;

/// <summary>Compares by content; the message names the first difference.</summary>
internal static class Equality
{
    public static bool OfFiles(MidiFile file1, MidiFile file2, MidiFileEqualityCheckSettings settings, out string message)
    {
        if (SameReference(file1, file2, out bool equal, out message))
            return equal;
        if (settings.CompareOriginalFormat && file1.FormatWord != file2.FormatWord)
            return Differ(out message, $"Original formats differ: {file1.FormatWord} and {file2.FormatWord}.");
        if (!Equals(file1.TimeDivision, file2.TimeDivision))
            return Differ(out message, $"Time divisions differ: {file1.TimeDivision} and {file2.TimeDivision}.");
        if (file1.Chunks.Count != file2.Chunks.Count)
            return Differ(out message, $"Chunk counts differ: {file1.Chunks.Count} and {file2.Chunks.Count}.");

        for (int i = 0; i < file1.Chunks.Count; i++)
        {
            if (!OfChunks(file1.Chunks[i], file2.Chunks[i], settings.ChunkEqualityCheckSettings, out string difference))
                return Differ(out message, $"Chunks at position {i} differ. {difference}");
        }

        return true;
    }

    public static bool OfChunks(MidiChunk chunk1, MidiChunk chunk2, MidiChunkEqualityCheckSettings settings, out string message)
    {
        if (SameReference(chunk1, chunk2, out bool equal, out message))
            return equal;
        if (chunk1.ChunkId != chunk2.ChunkId)
            return Differ(out message, $"Chunk IDs differ: {chunk1.ChunkId} and {chunk2.ChunkId}.");

        return chunk1 is TrackChunk track1 && chunk2 is TrackChunk track2
            ? OfTracks(track1.Events, track2.Events, settings.EventEqualityCheckSettings, out message)
            : ((UnknownChunk)chunk1).Data.AsSpan().SequenceEqual(((UnknownChunk)chunk2).Data) || Differ(out message, "Chunk data differ.");
    }

    public static bool OfEvents(MidiEvent event1, MidiEvent event2, MidiEventEqualityCheckSettings settings, out string message)
    {
        if (SameReference(event1, event2, out bool equal, out message))
            return equal;
        if (event1.EventType != event2.EventType)
            return Differ(out message, $"Event types differ: {event1.EventType} and {event2.EventType}.");
        if (settings.CompareDeltaTimes && event1.DeltaTime != event2.DeltaTime)
            return Differ(out message, $"Delta-times differ: {event1.DeltaTime} and {event2.DeltaTime}.");

        return SameContent(event1, event2, settings) || Differ(out message, $"Contents differ: {event1} and {event2}.");
    }

    private static bool OfTracks(
        EventsCollection events1, EventsCollection events2, MidiEventEqualityCheckSettings settings, out string message)
    {
        if (events1.Count != events2.Count)
            return Differ(out message, $"Event counts differ: {events1.Count} and {events2.Count}.");

        for (int i = 0; i < events1.Count; i++)
        {
            if (!OfEvents(events1[i], events2[i], settings, out string difference))
                return Differ(out message, $"Events at position {i} differ. {difference}");
        }

        message = null;
        return true;
    }

    private static bool SameContent(MidiEvent event1, MidiEvent event2, MidiEventEqualityCheckSettings settings) => (event1, event2) switch
    {
        (ChannelEvent channel1, ChannelEvent channel2) => channel1.Channel == channel2.Channel && channel1.Data == channel2.Data,
        (BaseTextEvent text1, BaseTextEvent text2) => string.Equals(text1.Text, text2.Text, settings.TextComparison),
        (SysExEvent sysEx1, SysExEvent sysEx2) => sysEx1.Data.AsSpan().SequenceEqual(sysEx2.Data),
        (MetaEvent meta1, MetaEvent meta2) =>
            MetaEventTypes.StatusByteOf(meta1) == MetaEventTypes.StatusByteOf(meta2) && Bytes(meta1).SequenceEqual(Bytes(meta2)),
        _ => false,
    };

    private static ReadOnlySpan<byte> Bytes(MetaEvent metaEvent)
    {
        var writer = new MidiWriter();
        metaEvent.WriteContent(writer, new WritingSettings());
        return writer.Written;
    }

    /// <summary>True where null or one and the same object decides.</summary>
    private static bool SameReference(object first, object second, out bool equal, out string message)
    {
        equal = ReferenceEquals(first, second);
        bool decided = equal || first == null || second == null;
        message = decided && !equal ? "One of the two is null." : null;
        return decided;
    }

    private static bool Differ(out string message, string difference)
    {
        message = difference;
        return false;
    }
}
