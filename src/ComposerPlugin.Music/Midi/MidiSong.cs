namespace ComposerPlugin.Music;

/// <summary>The musical content of a MIDI file: tracks, tempo map and meter map.</summary>
/// <param name="Tracks">The tracks in the file's order, including those without notes.</param>
/// <param name="Tempi">Tempo changes by time; the first is at tick 0.</param>
/// <param name="Meters">Meter changes by time; the first is at tick 0.</param>
public sealed record MidiSong(IReadOnlyList<MidiTrack> Tracks, IReadOnlyList<TempoChange> Tempi, IReadOnlyList<MeterChange> Meters)
{
    /// <summary>Whether the tracks are independent pieces (format 2).</summary>
    public bool HasIndependentTracks { get; init; }

    /// <summary>The channels that the file makes rhythm parts, or melodic ones.</summary>
    public RhythmParts Rhythm { get; init; }

    /// <summary>The MPE zones that the file configures.</summary>
    public MpeZones Zones { get; init; }

    /// <summary>What of the file was not read as it stands.</summary>
    public MidiLosses Losses { get; init; } = MidiLosses.None;

    /// <summary>The meter at the start.</summary>
    public Meter Meter => Meters[0].Meter;

    /// <summary>The tempo at the start, in quarter notes per minute.</summary>
    public double Tempo => Tempi[0].QuartersPerMinute;

    /// <summary>Creates a song with one meter and one tempo.</summary>
    /// <param name="meter">The meter.</param>
    /// <param name="tempo">The tempo in quarter notes per minute.</param>
    /// <param name="tracks">The tracks.</param>
    public static MidiSong Create(Meter meter, double tempo, params IReadOnlyList<MidiTrack> tracks) =>
        new(tracks, [new(0, tempo)], [new(0, meter)]);
}
