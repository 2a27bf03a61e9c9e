using Melanchall.DryWetMidi.Common;
using Melanchall.DryWetMidi.Core;
using Melanchall.DryWetMidi.Interaction;

namespace DryWetMidi.Tests.Support;

/// <summary>Reads bytes that may be anything, and holds the reader to its promises.</summary>
internal static class Reading
{
    /// <summary>Later than any music, and early enough for a time in microseconds at every tempo and division.</summary>
    private const long LastSensibleTick = 1L << 36;

    /// <summary>
    /// The file, or null where the reader refused the bytes: with an exception of its own, or with that of a property that a
    /// value in the file does not suit. What it gives can be used: notes, times, and writing again.
    /// </summary>
    public static MidiFile? Load(byte[] bytes, ReadingSettings? settings = null)
    {
        MidiFile file;
        try
        {
            file = MidiBytes.Read(bytes, settings);
        }
        catch (Exception exception) when (exception is MidiException or ArgumentException)
        {
            return null;
        }

        if (file.TimeDivision != null && file.GetTrackChunks().All(track => track.Events.Sum(midiEvent => (double)midiEvent.DeltaTime) < LastSensibleTick))
            Use(file);
        return file;
    }

    private static void Use(MidiFile file)
    {
        // An event whose data begins with its own status byte can be read, but not cloned.
        foreach (SysExEvent sysEx in file.GetTrackChunks().SelectMany(track => track.Events).OfType<SysExEvent>())
            sysEx.Data = [0, .. sysEx.Data];

        if (file.TimeDivision is TicksPerQuarterNoteTimeDivision { TicksPerQuarterNote: > 0 } && file.GetTrackChunks().All(HasBeats))
            UseTimes(file, file.GetTempoMap());
        Assert.All(file.GetNotes(), note => Assert.True(note.Length >= 0));
        byte[] written = MidiBytes.Write(file, file.GetTrackChunks().Count() == 1 ? MidiFileFormat.SingleTrack : MidiFileFormat.MultiTrack);
        MidiFile again = MidiBytes.Read(written, new ReadingSettings { SilentNoteOnPolicy = SilentNoteOnPolicy.NoteOn });
        Assert.Equal(file.GetTimedEvents().Count, again.GetTimedEvents().Count);
    }

    private static bool HasBeats(TrackChunk track) => track.Events.OfType<TimeSignatureEvent>().All(meter => meter.Numerator > 0);

    private static void UseTimes(MidiFile file, TempoMap tempoMap)
    {
        foreach (Note note in file.GetNotes())
            Assert.True(note.TimeAs<MetricTimeSpan>(tempoMap) <= note.EndTimeAs<MetricTimeSpan>(tempoMap));
        file.GetDuration<MetricTimeSpan>();
    }
}
