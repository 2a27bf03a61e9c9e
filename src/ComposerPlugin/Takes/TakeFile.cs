using System.Text;
using ComposerPlugin.Composing;
using ComposerPlugin.Music;

namespace ComposerPlugin;

/// <summary>[main] Writes a take as a MIDI file.</summary>
public static class TakeFile
{
    private const int MostStyleUnits = 60, MostFiles = 1000, UnknownTempo = 120;

    // Windows allows none of these in a name; others, fewer.
    private const string Forbidden = "<>:\"/\\|?*";

    // Names of devices on Windows, with any ending.
    private static readonly string[] _devices =
        ["CON", "PRN", "AUX", "NUL", .. Enumerable.Range(1, 9).SelectMany(number => (string[])[$"COM{number}", $"LPT{number}"])];

    /// <summary>
    /// The take as a song: one track that begins with the take's first bar. A note ends where the next of its pitch begins, as it sounds.
    /// </summary>
    /// <param name="take">The take.</param>
    /// <param name="style">The name of its style: that of the track.</param>
    /// <param name="tempo">The host's tempo, in quarter notes per minute; 120 if it reports none.</param>
    public static MidiSong ToSong(TakeSnapshot take, string style, double tempo)
    {
        var notes = take.Notes.Select((note, i) => new MidiNote(note.Onset, Sounding(take.Notes, i), note.Pitch, note.Velocity, 0))
            .Where(note => note.Duration > 0);
        string name = take.Name ?? $"{style}, take {take.Number}";
        return MidiSong.Create(take.Notes.Meter, tempo > 0 ? tempo : UnknownTempo, new MidiTrack(name, [.. notes]));
    }

    /// <summary>
    /// Writes a take into a folder, which is created if it is missing. The file of another take is never replaced: the name then gets a
    /// number. The same take again is the same file.
    /// </summary>
    /// <param name="take">The take.</param>
    /// <param name="style">The name of its style.</param>
    /// <param name="tempo">The host's tempo, in quarter notes per minute.</param>
    /// <param name="folder">The folder.</param>
    /// <param name="fileName">The name that the musician chose, with or without its ending; null or empty for <see cref="NameOf"/>.</param>
    /// <returns>The path of the file.</returns>
    /// <exception cref="IOException">The file cannot be written; the message says why and what to do.</exception>
    public static string Write(TakeSnapshot take, string style, double tempo, string folder, string? fileName = null)
    {
        using var song = new MemoryStream();
        MidiFileWriter.Write(ToSong(take, style, tempo), song);
        byte[] bytes = song.ToArray();
        string name = string.IsNullOrWhiteSpace(fileName) ? NameOf(take, style) : Named(fileName);
        try
        {
            Directory.CreateDirectory(folder);
            for (int number = 1; number <= MostFiles; number++)
            {
                string path = Path.Combine(folder, number == 1 ? $"{name}.mid" : $"{name} ({number}).mid");
                if (TryWrite(path, bytes))
                    return path;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new IOException($"{folder}: the take cannot be written ({e.Message.TrimEnd('.')}); choose another folder.", e);
        }
        throw new IOException($"{folder}: there are {MostFiles} files of this name; choose another folder.");
    }

    /// <summary>The name of the file without its ending: "Style - key - seed N - take M", valid on every file system.</summary>
    public static string NameOf(TakeSnapshot take, string style)
    {
        string name = $"{Cut(Clean(style))} - {KeyOf(take.Notes)} - seed {take.Seed} - take {take.Number}";
        return Safe(name);
    }

    private static string Named(string fileName)
    {
        string ending = Path.GetExtension(fileName);
        return Safe(Clean(ending.Equals(".mid", StringComparison.OrdinalIgnoreCase) ? fileName[..^ending.Length] : fileName));
    }

    private static string Safe(string name) =>
        _devices.Contains(name.Split('.', ' ')[0], StringComparer.OrdinalIgnoreCase) ? $"_{name}" : name;

    private static int Sounding(Phrase notes, int index)
    {
        var note = notes[index];
        for (int i = index + 1; i < notes.Count && notes[i].Onset < note.End; i++)
        {
            if (notes[i].Pitch == note.Pitch)
                return notes[i].Onset - note.Onset;
        }
        return note.Duration;
    }

    private static bool TryWrite(string path, byte[] bytes)
    {
        if (File.Exists(path))
            return new FileInfo(path).Length == bytes.Length && File.ReadAllBytes(path).AsSpan().SequenceEqual(bytes);
        using var file = new FileStream(path, FileMode.CreateNew);
        file.Write(bytes);
        return true;
    }

    private static string KeyOf(Phrase notes)
    {
        Span<double> weights = stackalloc double[12];
        foreach (var note in notes)
            weights[note.Pitch.Class] += note.Duration;
        int key = KeyTracker.Estimate(weights);
        return key == 0 ? "no key" : $"{Parameters.Key.Names[KeyTracker.TonicOf(key)]} {(key > 12 ? "minor" : "major")}";
    }

    private static string Clean(string style)
    {
        // Enumerated as runes, so that lone surrogates become U+FFFD.
        var letters = style.EnumerateRunes().Select(rune => IsForbidden(rune) ? "_" : $"{rune}");
        string clean = string.Concat(letters).Trim(' ', '.');
        return clean.Length == 0 ? "Style" : clean;
    }

    private static bool IsForbidden(Rune rune) => Rune.IsControl(rune) || (rune.IsAscii && Forbidden.Contains((char)rune.Value));

    private static string Cut(string name)
    {
        int length = Math.Min(name.Length, MostStyleUnits);
        // Not in the middle of a surrogate pair.
        if (length < name.Length && char.IsHighSurrogate(name[length - 1]))
            length--;
        return name[..length].TrimEnd(' ', '.');
    }
}
