using ComposerPlugin.Music;

namespace ComposerPlugin;

/// <summary>[main] Reads a MIDI file as the phrase to answer.</summary>
public static class PhraseFile
{
    /// <summary>The most bars that are read.</summary>
    public const int MostBars = 32;

    // Read while the host waits: far more than a phrase needs, and little enough not to be noticed.
    private const int MaxBytes = 1 << 20;

    /// <summary>
    /// Reads the first track with notes, without its drum parts: in the meter of its first note, up to the next meter change, at
    /// most <see cref="MostBars"/> bars and <see cref="PhraseNotes.MostPhraseNotes"/> notes. Silent bars before it are omitted.
    /// </summary>
    /// <param name="path">The path of the file.</param>
    /// <exception cref="MidiFileException">The file cannot be used as a phrase; the message is a sentence for the user.</exception>
    public static Phrase Read(string path)
    {
        var song = ReadSong(path);
        var notes = song.Tracks.Select(track => MidiVoices.Melodic(song, track))
            .FirstOrDefault(notes => notes.Count > 0)
            ?? throw new MidiFileException($"{path}: all notes are drums; give a MIDI file with a melody.");
        double begin = notes[0].Onset;
        var change = song.Meters.Last(meter => meter.Tick <= begin);
        double end = song.Meters.Select(meter => meter.Tick).FirstOrDefault(tick => tick > begin, double.PositiveInfinity);
        int bar = change.Meter.BarTicks;
        double barLine = change.Tick + (Ticks.Nearest(begin - change.Tick) / bar * bar);
        end = Math.Min(end, barLine + (MostBars * bar));
        return new(change.Meter, notes.Where(note => note.Onset < end).Take(PhraseNotes.MostPhraseNotes).Select(note => At(note, barLine)));
    }

    private static MidiSong ReadSong(string path)
    {
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: > MaxBytes })
                throw new MidiFileException($"{path}: the file is larger than {MaxBytes >> 20} MiB; give a MIDI file of one melody.");
            return MidiFileReader.Read(path);
        }
        catch (Exception e) when (e is not MidiFileException)
        {
            throw new MidiFileException($"{path}: the file cannot be read ({e.Message.TrimEnd('.')}); give another file.", e);
        }
    }

    private static Note At(MidiNote note, double barLine)
    {
        int onset = (int)Math.Max(Ticks.Nearest(note.Onset - barLine), 0);
        int duration = (int)Math.Clamp(Ticks.Nearest(note.End - barLine) - onset, 1, Vocabulary.LongestTicks);
        return new(onset, duration, note.Pitch, note.Velocity);
    }
}
