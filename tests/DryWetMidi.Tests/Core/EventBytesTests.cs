using DryWetMidi.Tests.Support;
using Melanchall.DryWetMidi.Common;
using Melanchall.DryWetMidi.Core;

namespace DryWetMidi.Tests.Core;

/// <summary>Each kind of event against the bytes that the standard gives for it.</summary>
public class EventBytesTests
{
    public static TheoryData<string, Func<MidiEvent>> Events => new()
    {
        { "00 82 3C 40", () => new NoteOffEvent(Seven(60), Seven(64)) { Channel = (FourBitNumber)2 } },
        { "00 9F 3C 40", () => new NoteOnEvent(Seven(60), Seven(64)) { Channel = (FourBitNumber)15 } },
        { "00 A0 3C 40", () => new NoteAftertouchEvent(Seven(60), Seven(64)) },
        { "00 B0 07 7F", () => new ControlChangeEvent(Seven(7), Seven(127)) },
        { "00 C9 05", () => new ProgramChangeEvent(Seven(5)) { Channel = (FourBitNumber)9 } },
        { "00 D0 33", () => new ChannelAftertouchEvent(Seven(0x33)) },
        { "00 E0 00 40", () => new PitchBendEvent() },
        { "00 E0 7F 7F", () => new PitchBendEvent(16383) },
        { "00 FF 00 02 12 34", () => new SequenceNumberEvent(0x1234) },
        { "00 FF 01 02 48 69", () => new TextEvent("Hi") },
        { "00 FF 02 02 48 69", () => new CopyrightNoticeEvent("Hi") },
        { "00 FF 03 02 48 69", () => new SequenceTrackNameEvent("Hi") },
        { "00 FF 04 02 48 69", () => new InstrumentNameEvent("Hi") },
        { "00 FF 05 02 48 69", () => new LyricEvent("Hi") },
        { "00 FF 06 02 48 69", () => new MarkerEvent("Hi") },
        { "00 FF 07 02 48 69", () => new CuePointEvent("Hi") },
        { "00 FF 08 02 48 69", () => new ProgramNameEvent("Hi") },
        { "00 FF 09 02 48 69", () => new DeviceNameEvent("Hi") },
        { "00 FF 20 01 07", () => new ChannelPrefixEvent(7) },
        { "00 FF 21 01 07", () => new PortPrefixEvent(7) },
        { "00 FF 51 03 07 A1 20", () => new SetTempoEvent(500000) },
        { "00 FF 54 05 61 02 03 04 05", () => new SmpteOffsetEvent(SmpteFormat.Thirty, 1, 2, 3, 4, 5) },
        { "00 FF 54 05 01 02 03 04 05", () => new SmpteOffsetEvent(SmpteFormat.TwentyFour, 1, 2, 3, 4, 5) },
        { "00 FF 58 04 06 03 24 08", () => new TimeSignatureEvent(6, 8, 36, 8) },
        { "00 FF 59 02 FD 01", () => new KeySignatureEvent(-3, 1) },
        { "00 FF 7F 03 00 01 02", () => new SequencerSpecificEvent([0, 1, 2]) },
        { "00 F0 03 7E 09 F7", () => new NormalSysExEvent([0x7E, 0x09, 0xF7]) },
        { "00 F7 02 F3 01", () => new EscapeSysExEvent([0xF3, 0x01]) },
        { "81 48 90 3C 40", () => new NoteOnEvent(Seven(60), Seven(64)) { DeltaTime = 200 } },
        { "FF FF FF 7F C0 00", () => new ProgramChangeEvent { DeltaTime = 0x0FFFFFFF } },
    };

    [Theory]
    [MemberData(nameof(Events))]
    public void An_event_is_written_as_the_standard_says(string bytes, Func<MidiEvent> make) =>
        Assert.Equal(bytes, Hex(MidiBytes.Written(new WritingSettings(), make())));

    [Theory]
    [MemberData(nameof(Events))]
    public void An_event_is_read_as_the_standard_says(string bytes, Func<MidiEvent> make)
    {
        MidiEvent read = MidiBytes.Events(MidiBytes.Track(Convert.FromHexString(bytes.Replace(" ", "")))).Single();

        Assert.True(MidiEvent.Equals(make(), read, out string message), message);
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
    public void A_system_exclusive_event_is_complete_with_its_last_byte()
    {
        Assert.True(new NormalSysExEvent([1, SysExEvent.EndOfEventByte]).Completed);
        Assert.False(new NormalSysExEvent([1]).Completed);
        Assert.False(new NormalSysExEvent().Completed);
    }

    [Fact]
    public void Data_of_a_system_exclusive_event_does_not_begin_with_its_status()
    {
        Assert.Throws<ArgumentException>(() => new NormalSysExEvent([0xF0, 1]));
        Assert.Throws<ArgumentException>(() => new EscapeSysExEvent([0xF7, 1]));
        Assert.Throws<ArgumentException>(() => new EscapeSysExEvent { Data = [0xF7] }.Clone());
        Assert.Equal([0xF7], ((EscapeSysExEvent)MidiBytes.Events(MidiBytes.Track(0x00, 0xF7, 0x01, 0xF7)).Single()).Data);
    }

    [Fact]
    public void A_value_that_no_file_can_hold_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new PitchBendEvent(16384));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SetTempoEvent(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SetTempoEvent(16777216));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TimeSignatureEvent(4, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => new KeySignatureEvent(8, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SmpteOffsetEvent(SmpteFormat.TwentyFive, 0, 0, 0, 25, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TextEvent("x") { DeltaTime = -1 });
    }

    private static SevenBitNumber Seven(byte value) => (SevenBitNumber)value;

    private static string Hex(byte[] bytes) => BitConverter.ToString(bytes).Replace('-', ' ');
}
