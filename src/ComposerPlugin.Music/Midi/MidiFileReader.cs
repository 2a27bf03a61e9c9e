using System.Text;
using Melanchall.DryWetMidi.Common;
using Melanchall.DryWetMidi.Core;
using Melanchall.DryWetMidi.Interaction;

namespace ComposerPlugin.Music;

/// <summary>Reads standard MIDI files of formats 0, 1 and 2.</summary>
public static class MidiFileReader
{
    // Far more than any piece of music needs; rejects other files and memory attacks.
    private const int MaxBytes = 16 << 20;

    // Quarter notes per minute. Files timed in SMPTE frames have no note values; they are read at this tempo.
    private const double FrameTempo = 120;

    /// <summary>Reads a file.</summary>
    /// <exception cref="MidiFileException">The file is missing, empty, truncated, larger than 16 MiB or not MIDI, or has no
    /// notes.</exception>
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
    /// <exception cref="MidiFileException">The file is empty, truncated, larger than 16 MiB or not MIDI, or has no notes.</exception>
    public static MidiSong Read(Stream stream, string name)
    {
        using var bytes = Copy(stream);
        if (bytes.Length > MaxBytes)
            throw new MidiFileException($"{name}: the file is larger than {MaxBytes >> 20} MiB; give a MIDI file of one piece of music.");
        if (bytes.Length == 0)
            throw Empty(name);
        if (!BeginsAsMidi(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)))
            throw new MidiFileException($"{name}: the file is not a MIDI file; give the path of a MIDI file (.mid).");
        var song = Parse(bytes, name);
        return song.Tracks.Any(track => track.Notes.Count > 0)
            ? song
            : throw new MidiFileException($"{name}: the file has no notes; export a MIDI file with at least one note.");
    }

    private static MidiFileException Empty(string name) => new($"{name}: the file is empty; export the MIDI file again.");

    private static MemoryStream Copy(Stream stream)
    {
        var bytes = new MemoryStream();
        byte[] part = new byte[1 << 16];
        while (bytes.Length <= MaxBytes && stream.Read(part) is > 0 and int read)
            bytes.Write(part, 0, read);
        return bytes;
    }

    private static MidiSong Parse(MemoryStream bytes, string name)
    {
        try
        {
            return Song(Load(bytes));
        }
        catch (Exception exception)
        {
            string what = exception is NotEnoughBytesException ? "is truncated" : "is damaged";
            string why = exception.Message.Split('\n', 2)[0].TrimEnd('\r', '.');
            throw new MidiFileException($"{name}: the file {what} ({why}); export the MIDI file again.", exception);
        }
    }

    private static MidiFile Load(MemoryStream bytes)
    {
        try
        {
            return Load(bytes, onlyDeclaredTracks: false);
        }
        catch (NotEnoughBytesException)
        {
            // The file may have trailing bytes that are not a chunk after the last declared track.
            return Load(bytes, onlyDeclaredTracks: true);
        }
    }

    private static MidiFile Load(MemoryStream bytes, bool onlyDeclaredTracks)
    {
        bytes.Position = 0;
        // BufferedStream: the library copies any stream that is not a MemoryStream, and then does not allocate by the lengths that events
        // declare.
        return MidiFile.Read(new BufferedStream(bytes), Settings(onlyDeclaredTracks));
    }

    // Lenient: reads what it can of a slightly damaged file and omits the rest.
    private static ReadingSettings Settings(bool onlyDeclaredTracks) => new()
    {
        InvalidChannelEventParameterValuePolicy = InvalidChannelEventParameterValuePolicy.SnapToLimits,
        InvalidMetaEventParameterValuePolicy = InvalidMetaEventParameterValuePolicy.SnapToLimits,
        InvalidChunkSizePolicy = InvalidChunkSizePolicy.Ignore,
        UnexpectedTrackChunksCountPolicy = UnexpectedTrackChunksCountPolicy.Ignore,
        ExtraTrackChunkPolicy = ExtraTrackChunkPolicy.Read,
        UnknownChunkIdPolicy = UnknownChunkIdPolicy.Skip,
        UnknownFileFormatPolicy = UnknownFileFormatPolicy.Ignore,
        MissedEndOfTrackPolicy = MissedEndOfTrackPolicy.Ignore,
        TextEncoding = Encoding.UTF8,
        StopReadingOnExpectedTrackChunksCountReached = onlyDeclaredTracks,
    };

    // A header chunk, or the RIFF container that some programs write around it.
    private static bool BeginsAsMidi(ReadOnlySpan<byte> bytes) => bytes.StartsWith("MThd"u8) || bytes.StartsWith("RIFF"u8);

    private static MidiSong Song(MidiFile file)
    {
        Repair(file);
        double ticksPerFileTick = TicksPerFileTick(file.TimeDivision);
        var tracks = file.GetTrackChunks().Select(chunk => Track(chunk, ticksPerFileTick));
        var map = file.GetTempoMap();
        var tempi = file.TimeDivision is SmpteTimeDivision ? []
            : map.GetTempoChanges().Select(change => new TempoChange(change.Time * ticksPerFileTick, change.Value.BeatsPerMinute));
        var meters = map.GetTimeSignatureChanges()
            .Select(change => new MeterChange(
                change.Time * ticksPerFileTick, new Meter(change.Value.Numerator, change.Value.Denominator).OrCommon));
        return new(
            [.. tracks],
            FromStart(tempi, new TempoChange(0, FrameTempo), change => change.Tick),
            FromStart(meters, new(0, Meter.Common), change => change.Tick));
    }

    // Two event types make the library reject the notes or the tempo map of the whole file: a time signature with numerator 0, and a
    // system exclusive event whose data repeat its status byte, which we do not need.
    private static void Repair(MidiFile file)
    {
        foreach (var midiEvent in file.GetTrackChunks().SelectMany(chunk => chunk.Events))
        {
            if (midiEvent is SysExEvent sysEx)
                sysEx.Data = [];
            else if (midiEvent is TimeSignatureEvent { Numerator: 0 } meter)
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

    private static MidiTrack Track(TrackChunk chunk, double ticksPerFileTick) => new(
        chunk.Events.OfType<SequenceTrackNameEvent>().FirstOrDefault()?.Text ?? "",
        [.. chunk.GetNotes()
            .Where(note => note.Velocity > 0)
            .Select(note => note.Time < 0 || note.Length < 0
                ? throw new InvalidOperationException("the note times overflow")
                : new MidiNote(
                    note.Time * ticksPerFileTick, note.Length * ticksPerFileTick, new(note.NoteNumber), note.Velocity, note.Channel))
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
