using ComposerPlugin.Music;
using ComposerPlugin.Trainer.CommandLine;

namespace ComposerPlugin.Trainer.Takes;

/// <summary>A MIDI file to continue, read as the plugin hears a track: tick 0 is a bar line, drums are ignored.</summary>
/// <param name="Played">The notes, rounded to ticks.</param>
/// <param name="Heard">The notes, quantised as the plugin quantises its input.</param>
/// <param name="Grid">The grid of that quantisation.</param>
/// <param name="Tempo">The tempo at the start, in quarter notes per minute.</param>
internal sealed record Primer(Phrase Played, Phrase Heard, Grid Grid, double Tempo)
{
    /// <summary>Reads a MIDI file.</summary>
    /// <exception cref="BadInputException">The file is not a MIDI file, or has no notes or several meters.</exception>
    public static Primer Read(string path)
    {
        var song = Song(path);
        var notes = song.Tracks.SelectMany(track => MidiVoices.Melodic(song, track)).ToList();
        if (notes.Count == 0)
            throw new BadInputException($"{path}: the file has only drums; give a MIDI file with a melody to continue.");
        double end = notes.Max(note => note.Onset);
        if (song.Meters.FirstOrDefault(change => change.Meter != song.Meter && change.Tick <= end) is { Tick: > 0 } other)
            {
                double quarter = (other.Tick / Ticks.PerQuarter) + 1;
                throw new BadInputException(
                    $"{path}: the meter changes from {song.Meter} to {other.Meter} at quarter note {quarter:0.##}; "
                        + "cut the file to one meter.");
            }
        var played = new Phrase(song.Meter, notes.Select(note => OnTicks(note, song.Meter)));
        var grid = AnswerGrid.Choose(played);
        return new(played, new(song.Meter, notes.Select(note => OnGrid(note, song.Meter, grid))), grid, song.Tempo);
    }

    // The plugin does not quantise velocities.
    private static Note OnTicks(MidiNote note, Meter meter) => Quantizer.Quantize([note], meter)[0] with { Velocity = note.Velocity };

    // Like the plugin's listener: onset and end are rounded to grid positions, and a note lasts at least to the next position.
    private static Note OnGrid(MidiNote note, Meter meter, Grid grid)
    {
        int onset = Snap(note.Onset, meter, grid);
        int bar = onset - (onset % meter.BarTicks);
        int end = Math.Max(Snap(note.End, meter, grid), bar + grid.AtOrAfter(onset - bar + 1, meter.BarTicks));
        return new(onset, Math.Clamp(end - onset, 1, Vocabulary.LongestTicks), note.Pitch, note.Velocity);
    }

    private static int Snap(double position, Meter meter, Grid grid)
    {
        int bar = (int)Math.Floor(position / meter.BarTicks) * meter.BarTicks;
        return bar + grid.Snap(position - bar, meter.BarTicks);
    }

    private static MidiSong Song(string path)
    {
        try
        {
            return MidiFileReader.Read(path);
        }
        catch (Exception exception) when (exception is MidiFileException or IOException or UnauthorizedAccessException)
        {
            throw new BadInputException(exception.Message);
        }
    }
}
