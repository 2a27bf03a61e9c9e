namespace Melanchall.DryWetMidi.Core;

/// <summary>Lays out the events of one track chunk, and End Of Track after them.</summary>
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
        foreach (MidiEvent midiEvent in events)
            WriteEvent(midiEvent);
        WriteEvent(new EndOfTrackEvent());
        return _writer.Written;
    }

    private void WriteEvent(MidiEvent midiEvent)
    {
        _writer.WriteVlq(midiEvent.DeltaTime);
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
        byte statusByte = ChannelEventTypes.StatusByteOf(channelEvent.EventType, channelEvent.Channel);
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
