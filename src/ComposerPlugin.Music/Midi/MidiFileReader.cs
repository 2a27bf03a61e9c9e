using System.Text;
using Melanchall.DryWetMidi.Common;
using Melanchall.DryWetMidi.Core;
using Melanchall.DryWetMidi.Interaction;

namespace ComposerPlugin.Music;

/// <summary>Reads standard MIDI files of every format.</summary>
public static class MidiFileReader
{
    // A musician's file is worth reading even where it is a little broken: what can be read is, what cannot be is left out.
    private static readonly ReadingSettings _settings = new()
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
    };

    /// <summary>Reads a file.</summary>
    /// <exception cref="MidiFileException">It is missing, empty, truncated or not MIDI, or has no notes.</exception>
    public static MidiSong Read(string path)
    {
        if (!File.Exists(path))
            throw new MidiFileException($"{path}: there is no such file; give the path of a MIDI file (.mid).");
        if (new FileInfo(path).Length == 0)
            throw new MidiFileException($"{path}: the file is empty; export the MIDI file again.");
        using var stream = File.OpenRead(path);
        return Read(stream, path);
    }

    /// <summary>Reads a stream.</summary>
    /// <param name="stream">Standing at the file's first byte, and able to go back to it.</param>
    /// <param name="name">What to call it in messages.</param>
    /// <exception cref="MidiFileException">It is truncated or not MIDI, or has no notes.</exception>
    public static MidiSong Read(Stream stream, string name)
    {
        var song = Songs(Parse(stream, name));
        return song.Tracks.Any(track => track.Notes.Count > 0)
            ? song
            : throw new MidiFileException($"{name}: the file has no notes; export a MIDI file with at least one note.");
    }

    private static MidiFile Parse(Stream stream, string name)
    {
        if (!BeginsAsMidi(stream))
            throw new MidiFileException($"{name}: the file is not a MIDI file; give the path of a MIDI file (.mid).");
        try
        {
            return MidiFile.Read(stream, _settings);
        }
        catch (Exception exception) when (exception is MidiException or IOException or ArgumentException or InvalidOperationException)
        {
            string what = exception is NotEnoughBytesException ? "is truncated" : "is damaged";
            throw new MidiFileException($"{name}: the file {what} ({exception.Message.TrimEnd('.')}); export the MIDI file again.", exception);
        }
    }

    // A header chunk, or the RIFF container that some programs put round it.
    private static bool BeginsAsMidi(Stream stream)
    {
        Span<byte> begin = stackalloc byte[4];
        int read = stream.ReadAtLeast(begin, begin.Length, throwOnEndOfStream: false);
        stream.Position -= read;
        return begin.SequenceEqual("MThd"u8) || begin.SequenceEqual("RIFF"u8);
    }

    private static MidiSong Songs(MidiFile file)
    {
        var map = file.GetTempoMap();
        // A division of 0 ticks, which is none, counts as 1.
        double ToTicks(long time) => file.TimeDivision is TicksPerQuarterNoteTimeDivision division
            ? (double)time / Math.Max(division.TicksPerQuarterNote, (short)1) * Ticks.PerQuarter
            : TimeConverter.ConvertTo<MetricTimeSpan>(time, map).TotalMicroseconds / 500_000.0 * Ticks.PerQuarter;   // SMPTE: at 120 bpm

        var tracks = file.GetTrackChunks().Select(chunk => new MidiTrack(
            chunk.Events.OfType<SequenceTrackNameEvent>().FirstOrDefault()?.Text ?? "",
            [.. chunk.GetNotes()
                .Where(note => note.Velocity > 0)
                .Select(note => new MidiNote(ToTicks(note.Time), ToTicks(note.Length), new(note.NoteNumber), note.Velocity, note.Channel))
                .OrderBy(note => note.Onset).ThenBy(note => note.Pitch)]));
        var tempi = map.GetTempoChanges().Select(change => new TempoChange(ToTicks(change.Time), change.Value.BeatsPerMinute));
        var meters = map.GetTimeSignatureChanges()
            .Select(change => new MeterChange(ToTicks(change.Time), new Meter(change.Value.Numerator, change.Value.Denominator).OrCommon));
        return new([.. tracks], FromStart(tempi, new TempoChange(0, 120), change => change.Tick), FromStart(meters, new(0, Meter.Common), change => change.Tick));
    }

    private static List<T> FromStart<T>(IEnumerable<T> changes, T standard, Func<T, double> tick)
    {
        List<T> list = [.. changes.OrderBy(tick)];
        if (list.Count == 0 || tick(list[0]) > 0)
            list.Insert(0, standard);
        return list;
    }
}
