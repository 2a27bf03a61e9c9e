using System.Text;
using Melanchall.DryWetMidi.Common;
using Melanchall.DryWetMidi.Core;
using Melanchall.DryWetMidi.Interaction;

namespace ComposerPlugin.Music;

/// <summary>Reads standard MIDI files of every format.</summary>
public static class MidiFileReader
{
    // Far more than any music takes. What is larger is something else, or meant to do harm.
    private const int MaxBytes = 16 << 20;

    // The tempo at which a file that is timed in frames of film, not in notes, is laid on notes.
    private const double FrameTempo = 120;

    /// <summary>Reads a file.</summary>
    /// <exception cref="MidiFileException">It is missing, empty, truncated, too large or not MIDI, or has no notes.</exception>
    public static MidiSong Read(string path)
    {
        if (!File.Exists(path))
            throw new MidiFileException($"{path}: there is no such file; give the path of a MIDI file (.mid).");
        using var stream = File.OpenRead(path);
        return Read(stream, path);
    }

    /// <summary>Reads a stream.</summary>
    /// <param name="stream">Standing at the file's first byte.</param>
    /// <param name="name">What to call it in messages.</param>
    /// <exception cref="MidiFileException">It is empty, truncated, too large or not MIDI, or has no notes.</exception>
    public static MidiSong Read(Stream stream, string name)
    {
        using var bytes = Copy(stream);
        if (bytes.Length > MaxBytes)
            throw new MidiFileException($"{name}: the file is larger than {MaxBytes >> 20} MiB; give a MIDI file of one piece of music.");
        if (bytes.Length == 0)
            throw new MidiFileException($"{name}: the file is empty; export the MIDI file again.");
        if (!BeginsAsMidi(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)))
            throw new MidiFileException($"{name}: the file is not a MIDI file; give the path of a MIDI file (.mid).");
        var song = Parse(bytes, name);
        return song.Tracks.Any(track => track.Notes.Count > 0)
            ? song
            : throw new MidiFileException($"{name}: the file has no notes; export a MIDI file with at least one note.");
    }

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
        catch (Exception exception) when (exception is MidiException or IOException or ArgumentException or InvalidOperationException)
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
            // Behind the last track that its header declares there may be something that is no chunk.
            return Load(bytes, onlyDeclaredTracks: true);
        }
    }

    private static MidiFile Load(MemoryStream bytes, bool onlyDeclaredTracks)
    {
        bytes.Position = 0;
        // Of a stream that is no MemoryStream the library takes a copy first, and then reserves no memory by the lengths that events declare.
        return MidiFile.Read(new BufferedStream(bytes), Settings(onlyDeclaredTracks));
    }

    // A musician's file is worth reading even where it is a little broken: what can be read is, what cannot be is left out.
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

    // A header chunk, or the RIFF container that some programs put round it.
    private static bool BeginsAsMidi(ReadOnlySpan<byte> bytes) => bytes.StartsWith("MThd"u8) || bytes.StartsWith("RIFF"u8);

    private static MidiSong Song(MidiFile file)
    {
        Mend(file);
        double ticksPerFileTick = TicksPerFileTick(file.TimeDivision);
        var tracks = file.GetTrackChunks().Select(chunk => Track(chunk, ticksPerFileTick));
        var map = file.GetTempoMap();
        var tempi = file.TimeDivision is SmpteTimeDivision ? []
            : map.GetTempoChanges().Select(change => new TempoChange(change.Time * ticksPerFileTick, change.Value.BeatsPerMinute));
        var meters = map.GetTimeSignatureChanges()
            .Select(change => new MeterChange(change.Time * ticksPerFileTick, new Meter(change.Value.Numerator, change.Value.Denominator).OrCommon));
        return new([.. tracks], FromStart(tempi, new TempoChange(0, FrameTempo), change => change.Tick), FromStart(meters, new(0, Meter.Common), change => change.Tick));
    }

    // Two kinds of event for which the library refuses the notes or the tempo map of a whole file: a meter without beats, and
    // a system exclusive event whose data repeat its status, which we do not need.
    private static void Mend(MidiFile file)
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
        // A division of 0 ticks, which is none, counts as 1.
        TicksPerQuarterNoteTimeDivision quarters => (double)Ticks.PerQuarter / Math.Max(quarters.TicksPerQuarterNote, (short)1),
        SmpteTimeDivision frames => Ticks.PerQuarter * FrameTempo / 60 / (FramesPerSecond(frames.Format) * Math.Max(frames.Resolution, (byte)1)),
        _ => throw new InvalidOperationException("its header has no time division"),
    };

    // Thirty frames with drops are as slow as those of colour television.
    private static double FramesPerSecond(SmpteFormat format) => format == SmpteFormat.ThirtyDrop ? 30_000 / 1001.0 : (int)format;

    private static MidiTrack Track(TrackChunk chunk, double ticksPerFileTick) => new(
        chunk.Events.OfType<SequenceTrackNameEvent>().FirstOrDefault()?.Text ?? "",
        [.. chunk.GetNotes()
            .Where(note => note.Velocity > 0)
            .Select(note => note.Time < 0 || note.Length < 0
                ? throw new InvalidOperationException("its times are too large to add up")
                : new MidiNote(note.Time * ticksPerFileTick, note.Length * ticksPerFileTick, new(note.NoteNumber), note.Velocity, note.Channel))
            .OrderBy(note => note.Onset).ThenBy(note => note.Pitch)]);

    private static List<T> FromStart<T>(IEnumerable<T> changes, T standard, Func<T, double> tick)
    {
        List<T> list = [.. changes.OrderBy(tick)];
        if (list.Count == 0 || tick(list[0]) > 0)
            list.Insert(0, standard);
        return list;
    }
}
