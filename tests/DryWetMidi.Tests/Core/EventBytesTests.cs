using DryWetMidi.Tests.Support;
using Melanchall.DryWetMidi.Common;
using Melanchall.DryWetMidi.Core;
using Melanchall.DryWetMidi.Interaction;

namespace DryWetMidi.Tests.Core;

/// <summary>Each type of event against its bytes in the MIDI standard.</summary>
public class EventBytesTests
{
    public static TheoryData<string, Func<MidiEvent>> Events => new()
    {
        { "00 82 3C 40", () => new NoteOffEvent(Seven(60), Seven(64)) { Channel = (FourBitNumber)2 } },
        { "00 9F 3C 40", () => new NoteOnEvent(Seven(60), Seven(64)) { Channel = (FourBitNumber)15 } },
        { "00 A0 3C 40", () => new NoteAftertouchEvent { NoteNumber = Seven(60), AftertouchValue = Seven(64) } },
        { "00 B0 07 7F", () => new ControlChangeEvent { ControlNumber = Seven(7), ControlValue = Seven(127) } },
        { "00 C9 05", () => new ProgramChangeEvent { ProgramNumber = Seven(5), Channel = (FourBitNumber)9 } },
        { "00 D0 33", () => new ChannelAftertouchEvent { AftertouchValue = Seven(0x33) } },
        { "00 E0 00 40", () => new PitchBendEvent() },
        { "00 E0 7F 7F", () => new PitchBendEvent { PitchValue = 16383 } },
        { "00 FF 00 02 12 34", () => new SequenceNumberEvent { Number = 0x1234 } },
        { "00 FF 01 02 48 69", () => new TextEvent { Text = "Hi" } },
        { "00 FF 02 02 48 69", () => new CopyrightNoticeEvent { Text = "Hi" } },
        { "00 FF 03 02 48 69", () => new SequenceTrackNameEvent("Hi") },
        { "00 FF 04 02 48 69", () => new InstrumentNameEvent { Text = "Hi" } },
        { "00 FF 05 02 48 69", () => new LyricEvent { Text = "Hi" } },
        { "00 FF 06 02 48 69", () => new MarkerEvent { Text = "Hi" } },
        { "00 FF 07 02 48 69", () => new CuePointEvent { Text = "Hi" } },
        { "00 FF 08 02 48 69", () => new ProgramNameEvent { Text = "Hi" } },
        { "00 FF 09 02 48 69", () => new DeviceNameEvent { Text = "Hi" } },
        { "00 FF 20 01 07", () => new ChannelPrefixEvent { Channel = 7 } },
        { "00 FF 21 01 07", () => new PortPrefixEvent { Port = 7 } },
        { "00 FF 51 03 07 A1 20", () => new SetTempoEvent(500000) },
        { "00 FF 54 05 61 02 03 04 05", () => Offset(SmpteFormat.Thirty) },
        { "00 FF 54 05 01 02 03 04 05", () => Offset(SmpteFormat.TwentyFour) },
        { "00 FF 58 04 06 03 24 08", () => new TimeSignatureEvent(6, 8) { ClocksPerClick = 36 } },
        { "00 FF 59 02 FD 01", () => new KeySignatureEvent { Key = -3, Scale = 1 } },
        { "00 FF 7F 03 00 01 02", () => new SequencerSpecificEvent { Data = [0, 1, 2] } },
        { "00 F0 03 7E 09 F7", () => new NormalSysExEvent { Data = [0x7E, 0x09, 0xF7] } },
        { "00 F7 02 F3 01", () => new EscapeSysExEvent { Data = [0xF3, 0x01] } },
        { "81 48 90 3C 40", () => new NoteOnEvent(Seven(60), Seven(64)) { DeltaTime = 200 } },
        { "FF FF FF 7F C0 00", () => new ProgramChangeEvent { DeltaTime = 0x0FFFFFFF } },
    };

    [Theory]
    [MemberData(nameof(Events))]
    public void An_event_is_written_as_in_the_standard(string bytes, Func<MidiEvent> create) =>
        Assert.Equal(bytes, Hex(MidiBytes.Written(new WritingSettings(), create())));

    [Theory]
    [MemberData(nameof(Events))]
    public void An_event_is_read_as_in_the_standard(string bytes, Func<MidiEvent> create)
    {
        MidiEvent read = MidiBytes.Events(MidiBytes.Track(Convert.FromHexString(bytes.Replace(" ", "")))).Single();

        Assert.Equal(Description.Of(create()), Description.Of(read));
    }

    [Fact]
    public void An_unknown_meta_event_keeps_its_status_and_data()
    {
        byte[] bytes = [0x00, 0xFF, 0x60, 0x02, 0xAB, 0xCD];

        var read = (UnknownMetaEvent)MidiBytes.Events(MidiBytes.Track(bytes)).Single();

        Assert.Equal(0x60, read.StatusByte);
        Assert.Equal([0xAB, 0xCD], read.Data);
        Assert.Equal(bytes, MidiBytes.Written(new WritingSettings(), read));
    }

    [Fact]
    public void Data_of_a_system_exclusive_event_that_begin_with_its_status_are_read_but_the_notes_of_the_track_are_refused()
    {
        TrackChunk track = MidiBytes.Read(MidiBytes.File(MidiBytes.Track(0x00, 0xF7, 0x01, 0xF7))).GetTrackChunks().Single();

        Assert.Equal([0xF7], ((EscapeSysExEvent)track.Events.Single()).Data);
        Assert.Throws<ArgumentException>(() => track.GetNotes());
    }

    [Fact]
    public void A_value_that_no_file_can_hold_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new PitchBendEvent { PitchValue = 16384 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new SetTempoEvent(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SetTempoEvent(16777216));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TimeSignatureEvent(4, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => new KeySignatureEvent { Key = 8 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new SmpteOffsetEvent { Format = SmpteFormat.TwentyFive, Frames = 25 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new TextEvent { DeltaTime = -1 });
    }

    private static SmpteOffsetEvent Offset(SmpteFormat format) =>
        new() { Format = format, Hours = 1, Minutes = 2, Seconds = 3, Frames = 4, SubFrames = 5 };

    private static SevenBitNumber Seven(byte value) => (SevenBitNumber)value;

    private static string Hex(byte[] bytes) => BitConverter.ToString(bytes).Replace('-', ' ');
}
