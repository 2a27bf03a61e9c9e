namespace ComposerPlugin.Music;

/// <summary>What a MIDI file says in notes: its tracks, and its tempo and meter maps.</summary>
/// <param name="Tracks">The tracks, in the file's order; those without notes too.</param>
/// <param name="Tempi">Tempo changes by time; the first stands at tick 0.</param>
/// <param name="Meters">Meter changes by time; the first stands at tick 0.</param>
public sealed record MidiSong(IReadOnlyList<MidiTrack> Tracks, IReadOnlyList<TempoChange> Tempi, IReadOnlyList<MeterChange> Meters)
{
    /// <summary>The meter at the start.</summary>
    public Meter Meter => Meters[0].Meter;

    /// <summary>The tempo at the start, in quarter notes a minute.</summary>
    public double Tempo => Tempi[0].QuartersPerMinute;

    /// <summary>A song in one tempo and one meter.</summary>
    public static MidiSong Of(Meter meter, double tempo, params IReadOnlyList<MidiTrack> tracks) =>
        new(tracks, [new(0, tempo)], [new(0, meter)]);
}
