using Melanchall.DryWetMidi.Common;
using Melanchall.DryWetMidi.Core;

namespace DryWetMidi.Tests.Core;

public class EqualityTests
{
    [Fact]
    public void Events_are_equal_by_what_they_say()
    {
        Assert.True(MidiEvent.Equals(new SetTempoEvent(7), new SetTempoEvent(7)));
        Assert.False(MidiEvent.Equals(new SetTempoEvent(7), new SetTempoEvent(8)));
        Assert.False(MidiEvent.Equals(new NoteOnEvent(), new NoteOffEvent()));
        Assert.False(MidiEvent.Equals(new NoteOnEvent(), new NoteOnEvent { Channel = (FourBitNumber)1 }));
        Assert.False(MidiEvent.Equals(new NoteOnEvent(), null));
        Assert.True(MidiEvent.Equals(null, null));
    }

    [Fact]
    public void Delta_times_and_letter_case_count_as_the_settings_say()
    {
        var settings = new MidiEventEqualityCheckSettings
        {
            CompareDeltaTimes = false,
            TextComparison = StringComparison.OrdinalIgnoreCase,
        };

        Assert.False(MidiEvent.Equals(new TextEvent("A") { DeltaTime = 1 }, new TextEvent("a"), out string message));
        Assert.Contains("Delta-times", message);
        Assert.True(MidiEvent.Equals(new TextEvent("A") { DeltaTime = 1 }, new TextEvent("a"), settings));
    }

    [Fact]
    public void The_message_says_where_two_files_differ()
    {
        var file1 = new MidiFile(new TrackChunk(), new TrackChunk(new TextEvent("a"), new TextEvent("b")));
        var file2 = new MidiFile(new TrackChunk(), new TrackChunk(new TextEvent("a"), new TextEvent("c")));

        Assert.False(MidiFile.Equals(file1, file2, out string message));
        Assert.Equal("Chunks at position 1 are different. Events at position 1 are different. Meta events texts are different (b vs c).", message);
    }

    [Fact]
    public void Files_of_different_divisions_differ()
    {
        var slow = new MidiFile { TimeDivision = new TicksPerQuarterNoteTimeDivision(24) };

        Assert.False(MidiFile.Equals(new MidiFile(), slow));
        Assert.True(MidiFile.Equals(new MidiFile { TimeDivision = new TicksPerQuarterNoteTimeDivision(24) }, slow));
    }

    [Fact]
    public void A_cloned_event_shares_no_data()
    {
        var sysEx = new NormalSysExEvent([1, 2]);
        var clone = (NormalSysExEvent)sysEx.Clone();
        clone.Data[0] = 9;

        Assert.Equal([1, 2], sysEx.Data);
    }
}
