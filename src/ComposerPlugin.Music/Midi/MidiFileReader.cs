using System.Text;
using Melanchall.DryWetMidi.Common;
using Melanchall.DryWetMidi.Core;
using Melanchall.DryWetMidi.Interaction;

namespace ComposerPlugin.Music;

/// <summary>
/// Reads standard MIDI files of formats 0, 1 and 2. Of a damaged file it reads what it can; <see cref="MidiSong.Losses"/> counts the rest.
/// </summary>
public static class MidiFileReader
{
    // Far more than any piece of music needs; rejects other files and memory attacks.
    private const int MaxBytes = 16 << 20;

    // Quarter notes per minute. Files timed in SMPTE frames have no note values; they are read at this tempo.
    private const double FrameTempo = 120;

    /// <summary>Reads a file.</summary>
    /// <exception cref="MidiFileException">The file is missing, empty, larger than 16 MiB or not MIDI, or has no notes.</exception>
    public static MidiSong Read(string path)
    {
        if (!File.Exists(path))
            throw new MidiFileException($"{path}: there is no such file; give the path of a MIDI file (.mid).");
        // Pipes and devices have length 0 too; opening one could block forever.
        if (new FileInfo(path).Length == 0)
            throw Empty(path);
        using var stream = File.OpenRead(path);
        return Read(stream, path);
    }

    /// <summary>Reads a stream.</summary>
    /// <param name="stream">The stream, positioned at the file's first byte.</param>
    /// <param name="name">The file's name in messages.</param>
    /// <exception cref="MidiFileException">The file is empty, larger than 16 MiB or not MIDI, or has no notes.</exception>
    public static MidiSong Read(Stream stream, string name)
    {
        using var bytes = Copy(stream);
        if (bytes.Length > MaxBytes)
            throw new MidiFileException($"{name}: the file is larger than {MaxBytes >> 20} MiB; give a MIDI file of one piece of music.");
        if (bytes.Length == 0)
            throw Empty(name);
        var (start, end) = MidiContainer.Find(bytes.GetBuffer().AsSpan(0, (int)bytes.Length), name);
        byte[] clean = MidiCleaner.Clean(bytes.GetBuffer(), start, end, out var cleaned);
        CheckDivision(clean, name);
        var song = Parse(clean, cleaned, name);
        return song.Tracks.Any(track => track.Notes.Count > 0) ? song : throw new MidiFileException(WithoutNotes(song.Losses, name));
    }

    private static MidiFileException Empty(string name) => new($"{name}: the file is empty; export the MIDI file again.");

    private static void CheckDivision(byte[] clean, string name)
    {
        const int divisionOffset = 12;
        int frames = -(sbyte)clean[divisionOffset];
        if (frames > 0 && frames is not (24 or 25 or 29 or 30))
            throw new MidiFileException(
                $"{name}: the file counts time in {frames} frames per second, which no MIDI file may; export it in quarter notes.");
    }

    private static string WithoutNotes(MidiLosses losses, string name) => losses switch
    {
        { IsTruncated: true } => $"{name}: the file is truncated before its first note; export the MIDI file again.",
        { CutTracks: > 0 } or { StrayBytes: > 0 } or { BadEvents: > 0 } =>
            $"{name}: the file is damaged ({losses}), so that no note is left; export the MIDI file again.",
        _ => $"{name}: the file has no notes; export a MIDI file with at least one note.",
    };

    private static MemoryStream Copy(Stream stream)
    {
        var bytes = new MemoryStream();
        byte[] part = new byte[1 << 16];
        while (bytes.Length <= MaxBytes && stream.Read(part) is > 0 and int read)
            bytes.Write(part, 0, read);
        return bytes;
    }

    private static MidiSong Parse(byte[] clean, MidiSong song, string name)
    {
        try
        {
            using var stream = new MemoryStream(clean);
            return Song(MidiFile.Read(stream, _settings), song);
        }
        catch (Exception exception)
        {
            string why = exception.Message.Split('\n', 2)[0].TrimEnd('\r', '.');
            throw new MidiFileException($"{name}: the file is damaged ({why}); export the MIDI file again.", exception);
        }
    }

    private static readonly ReadingSettings _settings = new()
    {
        ExtraTrackChunkPolicy = ExtraTrackChunkPolicy.Read,
        UnexpectedTrackChunksCountPolicy = UnexpectedTrackChunksCountPolicy.Ignore,
        TextEncoding = Encoding.UTF8,
    };

    private static MidiSong Song(MidiFile file, MidiSong song)
    {
        Repair(file);
        double ticksPerFileTick = TicksPerFileTick(file.TimeDivision);
        TrackChunk[] chunks = [.. file.GetTrackChunks()];
        var pedal = new SustainPedal(chunks);
        int endless = 0;
        var tracks = new List<MidiTrack>(chunks.Length);
        foreach (var chunk in chunks)
        {
            var pairs = new NotePairs();
            tracks.Add(Track(chunk, pedal.Lengthen(pairs.Read(chunk.Events)), ticksPerFileTick));
            endless += pairs.Endless;
        }
        var map = file.GetTempoMap();
        var tempi = file.TimeDivision is SmpteTimeDivision ? []
            : map.GetTempoChanges().Select(change => new TempoChange(change.Time * ticksPerFileTick, change.Value.BeatsPerMinute));
        var meters = map.GetTimeSignatureChanges()
            .Select(change => new MeterChange(
                change.Time * ticksPerFileTick, new Meter(change.Value.Numerator, change.Value.Denominator).OrCommon));
        return song with
        {
            Tracks = tracks,
            Tempi = FromStart(tempi, new TempoChange(0, FrameTempo), change => change.Tick),
            Meters = FromStart(meters, new(0, Meter.Common), change => change.Tick),
            Losses = song.Losses with { EndlessNotes = endless },
        };
    }

    // A time signature with numerator 0 would make the library reject the tempo map of the whole file.
    private static void Repair(MidiFile file)
    {
        foreach (var meter in file.GetTrackChunks().SelectMany(chunk => chunk.Events).OfType<TimeSignatureEvent>())
        {
            if (meter.Numerator == 0)
                (meter.Numerator, meter.Denominator) = ((byte)Meter.Common.Numerator, (byte)Meter.Common.Denominator);
        }
    }

    private static double TicksPerFileTick(TimeDivision division) => division switch
    {
        // A division of 0 is not valid; it counts as 1.
        TicksPerQuarterNoteTimeDivision quarters => (double)Ticks.PerQuarter / Math.Max(quarters.TicksPerQuarterNote, (short)1),
        SmpteTimeDivision frames =>
            Ticks.PerQuarter * FrameTempo / 60 / (FramesPerSecond(frames.Format) * Math.Max(frames.Resolution, (byte)1)),
        _ => throw new InvalidOperationException("the header has no time division"),
    };

    // 30 fps drop-frame is the NTSC rate of 29.97 fps.
    private static double FramesPerSecond(SmpteFormat format) => format == SmpteFormat.ThirtyDrop ? 30_000 / 1001.0 : (int)format;

    private static MidiTrack Track(TrackChunk chunk, IEnumerable<MidiNote> notes, double ticksPerFileTick) => new(
        chunk.Events.OfType<SequenceTrackNameEvent>().FirstOrDefault()?.Text ?? "",
        [.. notes
            .Select(note => note with
            {
                Onset = note.Onset * ticksPerFileTick,
                Duration = note.Duration * ticksPerFileTick,
                Pedalled = note.Pedalled * ticksPerFileTick,
            })
            .OrderBy(note => note.Onset).ThenBy(note => note.Pitch)]);

    // Sorts by time and inserts the default at tick 0 if no change is there.
    private static List<T> FromStart<T>(IEnumerable<T> changes, T initial, Func<T, double> tick)
    {
        List<T> list = [.. changes.OrderBy(tick)];
        if (list.Count == 0 || tick(list[0]) > 0)
            list.Insert(0, initial);
        return list;
    }
}
