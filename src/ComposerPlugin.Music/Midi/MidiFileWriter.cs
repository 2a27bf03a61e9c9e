using System.Text;
using Melanchall.DryWetMidi.Common;
using Melanchall.DryWetMidi.Core;

namespace ComposerPlugin.Music;

/// <summary>
/// Writes standard MIDI files of format 1, 480 ticks per quarter note: tempo and meter in the first track, then the song's tracks.
/// </summary>
public static class MidiFileWriter
{
    private const int TicksPerQuarterNote = 480;

    // Microseconds per quarter note: the largest value of the event's three bytes, 3.6 bpm.
    private const int SlowestTempo = 0xFFFFFF;

    /// <summary>Writes a song to a file and replaces an existing one.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(MidiSong song, string path)
    {
        using var stream = new MemoryStream();
        Write(song, stream);
        File.WriteAllBytes(path, stream.ToArray());
    }

    /// <summary>Writes a song to a stream.</summary>
    public static void Write(MidiSong song, Stream stream)
    {
        var file = new MidiFile(song.Tracks.Select(Notes).Prepend(Map(song)))
        {
            TimeDivision = new TicksPerQuarterNoteTimeDivision(TicksPerQuarterNote),
        };
        file.Write(stream, MidiFileFormat.MultiTrack, new WritingSettings { UseRunningStatus = true, TextEncoding = Encoding.UTF8 });
    }

    private static TrackChunk Map(MidiSong song)
    {
        var meters = song.Meters.Select(change => (FileTime(change.Tick), Order: 0,
            (MidiEvent)new TimeSignatureEvent((byte)change.Meter.Numerator, (byte)change.Meter.Denominator)));
        var tempi = song.Tempi.Select(change => (FileTime(change.Tick), Order: 1,
            (MidiEvent)new SetTempoEvent((long)Math.Min(Math.Round(60_000_000 / change.QuartersPerMinute), SlowestTempo))));
        return Chunk(meters.Concat(tempi));
    }

    private static TrackChunk Notes(MidiTrack track)
    {
        // At the same time, note-offs come before note-ons, so that a repeated note sounds again.
        var events = track.Notes.SelectMany(note =>
        {
            var (number, channel) = ((SevenBitNumber)note.Pitch.Number, (FourBitNumber)note.Channel);
            long onset = FileTime(note.Onset), end = Math.Max(FileTime(note.End), onset + 1);
            return new (long, int, MidiEvent)[]
            {
                (onset, 2, new NoteOnEvent(number, (SevenBitNumber)note.Velocity) { Channel = channel }),
                (end, 1, new NoteOffEvent(number, SevenBitNumber.MinValue) { Channel = channel }),
            };
        });
        return Chunk(events.Prepend((0L, 0, new SequenceTrackNameEvent(track.Name))));
    }

    private static TrackChunk Chunk(IEnumerable<(long Time, int Order, MidiEvent Event)> events)
    {
        var chunk = new TrackChunk();
        long last = 0;
        foreach (var (time, _, midiEvent) in events.OrderBy(timed => (timed.Time, timed.Order)))
        {
            midiEvent.DeltaTime = time - last;
            last = time;
            chunk.Events.Add(midiEvent);
        }
        return chunk;
    }

    private static long FileTime(double ticks) => (long)Math.Round(ticks / Ticks.PerQuarter * TicksPerQuarterNote);
}
