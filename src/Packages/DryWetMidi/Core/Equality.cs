namespace Melanchall.DryWetMidi.Core;

/// <summary>Compares by content; the message names the first difference.</summary>
internal static class Equality
{
    public static bool OfFiles(MidiFile file1, MidiFile file2, MidiFileEqualityCheckSettings settings, out string message)
    {
        if (SameReference(file1, file2, out bool equal, out message))
            return equal;
        if (settings.CompareOriginalFormat && file1.FormatWord != file2.FormatWord)
            return Differ(out message, $"Original formats are different ({file1.FormatWord} vs {file2.FormatWord}).");
        if (!Equals(file1.TimeDivision, file2.TimeDivision))
            return Differ(out message, $"Time divisions are different ({file1.TimeDivision} vs {file2.TimeDivision}).");
        if (file1.Chunks.Count != file2.Chunks.Count)
            return Differ(out message, $"Counts of chunks are different ({file1.Chunks.Count} vs {file2.Chunks.Count}).");

        for (int i = 0; i < file1.Chunks.Count; i++)
        {
            if (!OfChunks(file1.Chunks[i], file2.Chunks[i], settings.ChunkEqualityCheckSettings, out string difference))
                return Differ(out message, $"Chunks at position {i} are different. {difference}");
        }

        return true;
    }

    public static bool OfChunks(MidiChunk chunk1, MidiChunk chunk2, MidiChunkEqualityCheckSettings settings, out string message)
    {
        if (SameReference(chunk1, chunk2, out bool equal, out message))
            return equal;
        if (chunk1.ChunkId != chunk2.ChunkId)
            return Differ(out message, $"IDs of chunks are different ({chunk1.ChunkId} vs {chunk2.ChunkId}).");

        return chunk1 is TrackChunk track1 && chunk2 is TrackChunk track2
            ? OfTracks(track1.Events, track2.Events, settings.EventEqualityCheckSettings, out message)
            : ((UnknownChunk)chunk1).Data.AsSpan().SequenceEqual(((UnknownChunk)chunk2).Data) || Differ(out message, "Unknown chunks data are different.");
    }

    public static bool OfEvents(MidiEvent event1, MidiEvent event2, MidiEventEqualityCheckSettings settings, out string message)
    {
        if (SameReference(event1, event2, out bool equal, out message))
            return equal;
        if (settings.CompareDeltaTimes && event1.DeltaTime != event2.DeltaTime)
            return Differ(out message, $"Delta-times are different ({event1.DeltaTime} vs {event2.DeltaTime}).");
        if (event1.GetType() != event2.GetType())
            return Differ(out message, $"Types of events are different ({event1.GetType()} vs {event2.GetType()}).");

        string difference = Difference(event1, event2, settings);
        return difference == null || Differ(out message, difference);
    }

    private static bool OfTracks(
        EventsCollection events1, EventsCollection events2, MidiEventEqualityCheckSettings settings, out string message)
    {
        if (events1.Count != events2.Count)
            return Differ(out message, $"Counts of events are different ({events1.Count} vs {events2.Count}).");

        for (int i = 0; i < events1.Count; i++)
        {
            if (!OfEvents(events1[i], events2[i], settings, out string difference))
                return Differ(out message, $"Events at position {i} are different. {difference}");
        }

        message = null;
        return true;
    }

    /// <summary>In what the content of two events of one type differs; null where it is the same.</summary>
    private static string Difference(MidiEvent event1, MidiEvent event2, MidiEventEqualityCheckSettings settings) => (event1, event2) switch
    {
        (ChannelEvent channel1, ChannelEvent channel2) => Difference(channel1, channel2),
        (BaseTextEvent text1, BaseTextEvent text2) => string.Equals(text1.Text, text2.Text, settings.TextComparison)
            ? null : $"Meta events texts are different ({text1.Text} vs {text2.Text}).",
        (SysExEvent sysEx1, SysExEvent sysEx2) => sysEx1.Data.AsSpan().SequenceEqual(sysEx2.Data)
            ? null : "System exclusive events data are different.",
        (MetaEvent meta1, MetaEvent meta2) =>
            MetaEventTypes.StatusByteOf(meta1) == MetaEventTypes.StatusByteOf(meta2) && Bytes(meta1).SequenceEqual(Bytes(meta2))
                ? null : $"Meta events are different ({meta1} vs {meta2}).",
        _ => $"Events are different ({event1} vs {event2}).",
    };

    private static string Difference(ChannelEvent event1, ChannelEvent event2) =>
        event1.Channel != event2.Channel ? $"Channels of events are different ({event1.Channel} vs {event2.Channel})."
        : event1.Data.First != event2.Data.First ? $"First data bytes of events are different ({event1.Data.First} vs {event2.Data.First})."
        : event1.Data.Second != event2.Data.Second ? $"Second data bytes of events are different ({event1.Data.Second} vs {event2.Data.Second})."
        : null;

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
