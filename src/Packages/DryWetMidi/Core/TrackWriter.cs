using Melanchall.DryWetMidi.Common;

namespace Melanchall.DryWetMidi.Core;

/// <summary>Lays out the events of one track chunk; it ends with exactly one End Of Track.</summary>
internal sealed class TrackWriter
{
    private readonly MidiWriter _writer = new();
    private readonly WritingSettings _settings;
    private byte? _runningStatus;

    public TrackWriter(WritingSettings settings)
    {
        _settings = settings;
    }

    public ReadOnlySpan<byte> Write(IEnumerable<MidiEvent> events)
    {
        long deltaTime = 0;
        bool tempoSeen = false, keySeen = false, meterSeen = false;
        foreach (MidiEvent midiEvent in events)
        {
            if (midiEvent is EndOfTrackEvent)
            {
                deltaTime += midiEvent.DeltaTime; // goes to what comes after it
            }
            else if (!IsLeftOut(midiEvent, ref tempoSeen, ref keySeen, ref meterSeen))
            {
                WriteEvent(midiEvent, deltaTime + midiEvent.DeltaTime);
                deltaTime = 0;
            }
        }

        WriteEvent(new EndOfTrackEvent(), deltaTime);
        return _writer.Written;
    }

    /// <summary>A default value may be left out only while nothing has replaced it. The time of what is left out is lost with it.</summary>
    private bool IsLeftOut(MidiEvent midiEvent, ref bool tempoSeen, ref bool keySeen, ref bool meterSeen) => midiEvent switch
    {
        UnknownMetaEvent => _settings.DeleteUnknownMetaEvents,
        SetTempoEvent tempo => LeaveOut(
            _settings.DeleteDefaultSetTempo && tempo.MicrosecondsPerQuarterNote == SetTempoEvent.DefaultMicrosecondsPerQuarterNote,
            ref tempoSeen),
        KeySignatureEvent key => LeaveOut(
            _settings.DeleteDefaultKeySignature && key is { Key: KeySignatureEvent.DefaultKey, Scale: KeySignatureEvent.DefaultScale },
            ref keySeen),
        TimeSignatureEvent meter => LeaveOut(
            _settings.DeleteDefaultTimeSignature && MidiEvent.Equals(meter, new TimeSignatureEvent { DeltaTime = meter.DeltaTime }),
            ref meterSeen),
        _ => false,
    };

    private static bool LeaveOut(bool isDefault, ref bool otherSeen)
    {
        otherSeen |= !isDefault;
        return !otherSeen;
    }

    private void WriteEvent(MidiEvent midiEvent, long deltaTime)
    {
        _writer.WriteVlq(deltaTime);
        switch (midiEvent)
        {
            case ChannelEvent channelEvent:
                WriteChannelEvent(channelEvent);
                break;
            case MetaEvent metaEvent:
                var content = new MidiWriter();
                metaEvent.WriteContent(content, _settings);
                WriteWithLength([0xFF, MetaEventTypes.StatusByteOf(metaEvent)], content.Written);
                break;
            case SysExEvent sysEx:
                WriteWithLength([sysEx is NormalSysExEvent ? NormalSysExEvent.Status : EscapeSysExEvent.Status], sysEx.Data);
                break;
        }
    }

    private void WriteChannelEvent(ChannelEvent channelEvent)
    {
        (byte first, byte second) = channelEvent.Data;
        MidiEventType eventType = channelEvent.EventType;
        if (channelEvent is NoteOffEvent && _settings.NoteOffAsSilentNoteOn)
            (eventType, second) = (MidiEventType.NoteOn, SevenBitNumber.MinValue);

        byte statusByte = ChannelEventTypes.StatusByteOf(eventType, channelEvent.Channel);
        if (!_settings.UseRunningStatus || statusByte != _runningStatus)
            _writer.WriteByte(statusByte);
        _runningStatus = statusByte;
        _writer.WriteByte(first);
        if (ChannelEventTypes.DataBytes(statusByte) > 1)
            _writer.WriteByte(second);
    }

    private void WriteWithLength(ReadOnlySpan<byte> status, ReadOnlySpan<byte> content)
    {
        _writer.WriteBytes(status);
        _writer.WriteVlq(content.Length);
        _writer.WriteBytes(content);
        _runningStatus = null; // the standard: meta and system exclusive events cancel running status
    }
}
