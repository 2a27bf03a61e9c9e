using Melanchall.DryWetMidi.Common;
using Melanchall.DryWetMidi.Core;
using Melanchall.DryWetMidi.Interaction;

namespace DryWetMidi.Tests.Support;

/// <summary>Reads arbitrary bytes and checks the reader's guarantees.</summary>
internal static class Reading
{
    /// <summary>Later than any music, and early enough for sums that do not overflow.</summary>
    private const long LastSensibleTick = 1L << 36;

    /// <summary>
    /// The file, or null if the reader refused the bytes with an exception of its own, or with that of a property that rejects
    /// a value in the file. A file that is read can be used: notes, times, writing.
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

        if (file.GetTrackChunks().All(track => track.Events.Sum(midiEvent => (double)midiEvent.DeltaTime) < LastSensibleTick))
            Use(file);
        return file;
    }

    private static void Use(MidiFile file)
    {
        // An event whose data begins with its own status byte can be read, but not cloned.
        foreach (SysExEvent sysEx in file.GetTrackChunks().SelectMany(track => track.Events).OfType<SysExEvent>())
            sysEx.Data = [0, .. sysEx.Data];

        if (file.GetTrackChunks().All(HasBeats))
            UseChanges(file.GetTempoMap());
        Assert.All(file.GetTrackChunks().SelectMany(track => track.GetNotes()), note => Assert.True(note.Time >= 0 && note.Length >= 0));
        Assert.Equal(EventCount(file), EventCount(MidiBytes.Read(MidiBytes.Write(file))));
    }

    private static int EventCount(MidiFile file) => file.GetTrackChunks().Sum(track => track.Events.Count);

    private static bool HasBeats(TrackChunk track) => track.Events.OfType<TimeSignatureEvent>().All(meter => meter.Numerator > 0);

    private static void UseChanges(TempoMap tempoMap)
    {
        Assert.All(tempoMap.GetTempoChanges(), change => Assert.True(change.Time >= 0 && change.Value.BeatsPerMinute > 0));
        Assert.All(tempoMap.GetTimeSignatureChanges(), change => Assert.True(change.Time >= 0 && change.Value.Numerator > 0));
    }
}
