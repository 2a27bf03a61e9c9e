using ComposerPlugin.Host;
using ComposerPlugin.Music;

namespace ComposerPlugin.Play;

/// <summary>A phrase from a MIDI file, ready for the host's track.</summary>
internal sealed class PlayedPhrase
{
    private const int MostBars = 32;

    private PlayedPhrase(string name, MidiSong song, IReadOnlyList<MidiNote> notes)
    {
        Name = name;
        Song = song;
        Notes = notes;
    }

    public string Name { get; }

    public MidiSong Song { get; }

    public IReadOnlyList<MidiNote> Notes { get; }

    /// <summary>The key in words; null if there are too few notes.</summary>
    public string? Key => KeyName.Of(Notes);

    /// <summary>Whether the phrase has chords: notes that begin together.</summary>
    public bool HasChords
    {
        get
        {
            const double Together = 2, Few = 0.1;
            int chords = Notes.Zip(Notes.Skip(1)).Count(pair => pair.Second.Onset - pair.First.Onset < Together);
            return chords > Few * Notes.Count;
        }
    }

    public double EndQuarter => Notes.Max(note => note.End) / Ticks.PerQuarter;

    /// <summary>Reads a file without its drums, and no more than 32 bars.</summary>
    /// <exception cref="MidiFileException">The file has no playable notes.</exception>
    public static PlayedPhrase Read(string path, double? tempo)
    {
        var song = MidiFileReader.Read(path);
        if (!song.Losses.IsNone)
            Console.Error.WriteLine($"{path}: {song.Losses}.");
        if (tempo is { } asked)
            song = song with { Tempi = [new(0, asked)] };
        double end = MostBars * song.Meter.BarTicks;
        List<MidiNote> notes = [.. song.Tracks.SelectMany(track => MidiVoices.Melodic(song, track))
            .OrderBy(note => note.Onset).ThenBy(note => note.Pitch)];
        if (notes.Count == 0)
            throw new MidiFileException($"{path}: the file has drums only; give a MIDI file with a melody.");
        if (notes[^1].Onset >= end)
        {
            Console.Error.WriteLine($"{path}: the file is longer than {MostBars} bars; only these are played.");
            notes.RemoveAll(note => note.Onset >= end);
            if (notes.Count == 0)
                throw new MidiFileException($"{path}: its first {MostBars} bars are silent; cut the silence away.");
        }
        return new(Path.GetFileName(path), song, notes);
    }

    public SongMap Map() => new(
        new([.. Song.Tempi.Select(change => new Host.TempoChange(change.Tick / Ticks.PerQuarter, change.QuartersPerMinute))]),
        new([.. Song.Meters.Select(
            change => new Host.MeterChange(change.Tick / Ticks.PerQuarter, change.Meter.Numerator, change.Meter.Denominator))]));

    public Timeline Timeline()
    {
        var timeline = new Timeline();
        foreach (var note in Notes)
            timeline.Note(note.Onset / Ticks.PerQuarter, note.Duration / Ticks.PerQuarter, note.Pitch.Number, note.Velocity, note.Channel);
        return timeline;
    }
}
