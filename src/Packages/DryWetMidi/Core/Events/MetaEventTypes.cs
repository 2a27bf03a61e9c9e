namespace Melanchall.DryWetMidi.Core;

/// <summary>The one table of meta events: status byte, type and how to make one.</summary>
internal static class MetaEventTypes
{
    private static readonly (byte StatusByte, MidiEventType EventType, Func<MetaEvent> Create)[] Table =
    [
        (0x00, MidiEventType.SequenceNumber, () => new SequenceNumberEvent()),
        (0x01, MidiEventType.Text, () => new TextEvent()),
        (0x02, MidiEventType.CopyrightNotice, () => new CopyrightNoticeEvent()),
        (0x03, MidiEventType.SequenceTrackName, () => new SequenceTrackNameEvent()),
        (0x04, MidiEventType.InstrumentName, () => new InstrumentNameEvent()),
        (0x05, MidiEventType.Lyric, () => new LyricEvent()),
        (0x06, MidiEventType.Marker, () => new MarkerEvent()),
        (0x07, MidiEventType.CuePoint, () => new CuePointEvent()),
        (0x08, MidiEventType.ProgramName, () => new ProgramNameEvent()),
        (0x09, MidiEventType.DeviceName, () => new DeviceNameEvent()),
        (0x20, MidiEventType.ChannelPrefix, () => new ChannelPrefixEvent()),
        (0x21, MidiEventType.PortPrefix, () => new PortPrefixEvent()),
        (0x2F, MidiEventType.EndOfTrack, () => new EndOfTrackEvent()),
        (0x51, MidiEventType.SetTempo, () => new SetTempoEvent()),
        (0x54, MidiEventType.SmpteOffset, () => new SmpteOffsetEvent()),
        (0x58, MidiEventType.TimeSignature, () => new TimeSignatureEvent()),
        (0x59, MidiEventType.KeySignature, () => new KeySignatureEvent()),
        (0x7F, MidiEventType.SequencerSpecific, () => new SequencerSpecificEvent()),
    ];

    public static MetaEvent Create(byte statusByte)
    {
        foreach (var row in Table)
        {
            if (row.StatusByte == statusByte)
                return row.Create();
        }

        return new UnknownMetaEvent(statusByte);
    }

    public static byte StatusByteOf(MetaEvent metaEvent) =>
        metaEvent is UnknownMetaEvent unknown
            ? unknown.StatusByte
            : Array.Find(Table, row => row.EventType == metaEvent.EventType).StatusByte;
}
