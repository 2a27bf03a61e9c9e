namespace ComposerPlugin.Music;

/// <summary>The musical content of a MIDI file: tracks, tempo map and meter map.</summary>
/// <param name="Tracks">The tracks in the file's order, including those without notes.</param>
/// <param name="Tempi">Tempo changes by time; the first is at tick 0.</param>
/// <param name="Meters">Meter changes by time; the first is at tick 0.</param>
public sealed record MidiSong(IReadOnlyList<MidiTrack> Tracks, IReadOnlyList<TempoChange> Tempi, IReadOnlyList<MeterChange> Meters)
{
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
