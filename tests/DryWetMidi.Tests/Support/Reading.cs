using Melanchall.DryWetMidi.Common;
using Melanchall.DryWetMidi.Core;
using Melanchall.DryWetMidi.Interaction;

namespace DryWetMidi.Tests.Support;

/// <summary>Reads bytes that may be anything, and holds the reader to its promises.</summary>
internal static class Reading
{
    /// <summary>An event takes at least two bytes of a file and at most a few hundred in memory.</summary>
    private const long BytesPerByte = 1_000;

    private const long FixedBytes = 1_000_000;

    /// <summary>
    /// The file, or null where the reader refused the bytes with an exception of its own. It allocates in proportion to the
    /// bytes, whatever lengths they declare, and what it gives can be used: notes, times, and writing again.
    /// </summary>
    public static MidiFile? Load(byte[] bytes, ReadingSettings? settings = null)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        MidiFile? file = null;
        try
        {
            file = bytes.Length == 0 ? FromEmptyFile(settings) : MidiBytes.Read(bytes, settings);
            Use(file);
        }
        catch (MidiException) when (file == null)
        {
        }

        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(allocated < FixedBytes + BytesPerByte * bytes.Length, $"{allocated} bytes allocated for a file of {bytes.Length}.");
        return file;
    }

    private static void Use(MidiFile file)
    {
        TempoMap tempoMap = file.GetTempoMap();
        foreach (Note note in file.GetNotes())
        {
            Assert.True(note.Length >= 0);
            Assert.True(note.TimeAs<MetricTimeSpan>(tempoMap) <= note.EndTimeAs<MetricTimeSpan>(tempoMap));
            if (file.TimeDivision is TicksPerQuarterNoteTimeDivision)
                Assert.True(note.TimeAs<BarBeatTicksTimeSpan>(tempoMap) <= note.EndTimeAs<BarBeatTicksTimeSpan>(tempoMap));
        }

        file.GetDuration<MetricTimeSpan>();
        byte[] written = MidiBytes.Write(file, MidiFileFormat.MultiSequence);
        MidiFile again = MidiBytes.Read(written, new ReadingSettings { SilentNoteOnPolicy = SilentNoteOnPolicy.NoteOn });
        Assert.Equal(file.GetTimedEvents().Count, again.GetTimedEvents().Count);
    }

    private static MidiFile FromEmptyFile(ReadingSettings? settings)
    {
        string path = Path.GetTempFileName();
        try
        {
            return MidiFile.Read(path, settings);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
