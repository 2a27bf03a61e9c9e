namespace ComposerPlugin.Music;

/// <summary>What of a MIDI file was not read as it stands, counted.</summary>
public sealed record MidiLosses
{
    /// <summary>Nothing.</summary>
    public static MidiLosses None { get; } = new();

    /// <summary>Note-ons without a note-off of their own. The note ends where its pitch begins again, or at the end of the track.</summary>
    public int EndlessNotes { get; init; }

    /// <summary>Events left out because they are incomplete or not allowed in a file, and events with a value out of range.</summary>
    public int BadEvents { get; init; }

    /// <summary>Bytes between or after chunks that belong to none.</summary>
    public int StrayBytes { get; init; }

    /// <summary>Tracks of which only the beginning was read, because it goes on with no event.</summary>
    public int CutTracks { get; init; }

    /// <summary>Whether the file ends before its last track does.</summary>
    public bool IsTruncated { get; init; }

    /// <summary>Tracks that the header announces and that are not there.</summary>
    public int MissingTracks { get; init; }

    /// <summary>Tracks left out because there are more than the format can number.</summary>
    public int ExcessTracks { get; init; }

    /// <summary>MIDI files that follow in the same file.</summary>
    public int FurtherFiles { get; init; }

    /// <summary>Whether the file was read as it stands.</summary>
    public bool IsNone => this == None;

    /// <summary>What was lost and how often, as phrases that follow a number: "note-ons without ends".</summary>
    public IReadOnlyList<(string What, int Count)> Counts =>
    [
        .. new (string What, int Count)[]
        {
            ("note-ons without ends (ended at the next note-on of the pitch, or with the track)", EndlessNotes),
            ("damaged events (left out, or their values limited)", BadEvents),
            ("bytes outside of chunks (left out)", StrayBytes),
            ("tracks damaged (read up to the damage)", CutTracks),
            ("files truncated (read up to their ends)", IsTruncated ? 1 : 0),
            ("tracks announced but missing", MissingTracks),
            ("tracks too many (left out)", ExcessTracks),
            ("further MIDI files in the same file (left out; split it)", FurtherFiles),
        }.Where(count => count.Count > 0),
    ];

    /// <summary>The counts in one line: "3 note-ons without ends, 1 damaged event"; empty if there are none.</summary>
    public override string ToString() => string.Join(", ", Counts.Select(count => $"{count.Count} {count.What}"));
}
