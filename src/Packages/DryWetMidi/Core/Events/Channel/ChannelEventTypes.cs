namespace Melanchall.DryWetMidi.Core;

/// <summary>The one table of channel events, by the high four bits of their status byte.</summary>
internal static class ChannelEventTypes
{
    private static readonly (MidiEventType EventType, int DataBytes, Func<ChannelEvent> Create)[] Table =
    [
        (MidiEventType.NoteOff, 2, () => new NoteOffEvent()),
        (MidiEventType.NoteOn, 2, () => new NoteOnEvent()),
        (MidiEventType.NoteAftertouch, 2, () => new NoteAftertouchEvent()),
        (MidiEventType.ControlChange, 2, () => new ControlChangeEvent()),
        (MidiEventType.ProgramChange, 1, () => new ProgramChangeEvent()),
        (MidiEventType.ChannelAftertouch, 1, () => new ChannelAftertouchEvent()),
        (MidiEventType.PitchBend, 2, () => new PitchBendEvent()),
    ];

    private const int FirstStatus = 0x8;

    public static bool IsChannelStatus(byte statusByte) => statusByte is >= 0x80 and < 0xF0;

    public static int DataBytes(byte statusByte) => Table[(statusByte >> 4) - FirstStatus].DataBytes;

    public static ChannelEvent Create(byte statusByte) => Table[(statusByte >> 4) - FirstStatus].Create();

    public static byte StatusByteOf(MidiEventType eventType, byte channel) =>
        (byte)(Array.FindIndex(Table, row => row.EventType == eventType) + FirstStatus << 4 | channel);
}
