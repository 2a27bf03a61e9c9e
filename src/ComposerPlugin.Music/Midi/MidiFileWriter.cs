using System.Text;
using Melanchall.DryWetMidi.Common;
using Melanchall.DryWetMidi.Core;

namespace ComposerPlugin.Music;

/// <summary>Writes standard MIDI files of format 1: tempo and meter in the first track, then a track for each of the song's.</summary>
public static class MidiFileWriter
{
    private const int TicksPerQuarterNote = 480;

    // The most microseconds in a quarter note that three bytes hold: 3.6 bpm.
    private const int SlowestTempo = 0xFFFFFF;

    /// <summary>Writes a song; an existing file is replaced.</summary>
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
        // At one time: offs before ons, so that a repeated note is heard again.
        var events = track.Notes.SelectMany(note => new (long, int, MidiEvent)[]
        {
            (FileTime(note.Onset), 2, new NoteOnEvent((SevenBitNumber)note.Pitch.Number, (SevenBitNumber)note.Velocity) { Channel = (FourBitNumber)note.Channel }),
            (Math.Max(FileTime(note.End), FileTime(note.Onset) + 1), 1,
                new NoteOffEvent((SevenBitNumber)note.Pitch.Number, SevenBitNumber.MinValue) { Channel = (FourBitNumber)note.Channel }),
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
