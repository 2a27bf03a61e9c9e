using Melanchall.DryWetMidi.Common;

namespace Melanchall.DryWetMidi.Core;

/// <summary>Reads the events of one track chunk.</summary>
internal sealed class TrackReader
{
    private const byte MetaStatus = 0xFF;

    private readonly MidiReader _reader;
    private readonly ReadingSettings _settings;
    private byte? _runningStatus;
    private long _time;

    public TrackReader(MidiReader reader, ReadingSettings settings)
    {
        _reader = reader;
        _settings = settings;
    }

    /// <summary>Adds the events before End Of Track or the declared end of the chunk.</summary>
    public void Read(EventsCollection events, long declaredEnd)
    {
        while (_reader.Position < declaredEnd && !_reader.EndReached)
        {
            MidiEvent midiEvent = ReadEvent();
            if (midiEvent is EndOfTrackEvent)
                return;
            events.Add(midiEvent);
        }

        if (_settings.MissedEndOfTrackPolicy == MissedEndOfTrackPolicy.Abort)
            throw new MissedEndOfTrackEventException();
    }

    private MidiEvent ReadEvent()
    {
        long deltaTime = ReadDeltaTime();
        byte statusByte = ReadStatusByte();
        MidiEvent midiEvent = statusByte switch
        {
            MetaStatus => ReadMetaEvent(),
            NormalSysExEvent.Status => new NormalSysExEvent { Data = _reader.ReadBytes(_reader.ReadLength()) },
            EscapeSysExEvent.Status => new EscapeSysExEvent { Data = _reader.ReadBytes(_reader.ReadLength()) },
            _ when ChannelEventTypes.IsChannelStatus(statusByte) => ReadChannelEvent(statusByte),
            _ => throw new UnknownChannelEventException(statusByte),
        };

        midiEvent.DeltaTime = deltaTime;
        _time += deltaTime;
        return midiEvent;
    }

    /// <summary>The delta-time, cut so that the absolute time of every event still fits a long.</summary>
    private long ReadDeltaTime() => Math.Clamp(_reader.ReadVlq(), 0, long.MaxValue - _time);

    /// <summary>Meta and system exclusive events leave the running status as it is: many files rely on that.</summary>
    private byte ReadStatusByte()
    {
        byte statusByte = _reader.ReadByte();
        if (statusByte <= SevenBitNumber.MaxValue)
        {
            _reader.Position--;
            return _runningStatus ?? throw new UnexpectedRunningStatusException();
        }

        if (ChannelEventTypes.IsChannelStatus(statusByte))
            _runningStatus = statusByte;
        return statusByte;
    }

    private ChannelEvent ReadChannelEvent(byte statusByte)
    {
        ChannelEvent channelEvent = ChannelEventTypes.Create(statusByte);
        byte first = ReadDataByte(channelEvent);
        byte second = ChannelEventTypes.DataBytes(statusByte) > 1 ? ReadDataByte(channelEvent) : (byte)0;
        if (channelEvent is NoteOnEvent && second == 0)
            channelEvent = new NoteOffEvent();

        channelEvent.Channel = (FourBitNumber)(byte)(statusByte & 0x0F);
        channelEvent.Data = (first, second);
        return channelEvent;
    }

    private byte ReadDataByte(ChannelEvent channelEvent)
    {
        byte value = _reader.ReadByte();
        if (value <= SevenBitNumber.MaxValue)
            return value;

        return _settings.InvalidChannelEventParameterValuePolicy switch
        {
            InvalidChannelEventParameterValuePolicy.ReadValid => (byte)(value & SevenBitNumber.MaxValue),
            InvalidChannelEventParameterValuePolicy.SnapToLimits => SevenBitNumber.MaxValue,
            _ => throw new InvalidChannelEventParameterValueException(channelEvent.EventType, value),
        };
    }

    /// <summary>
    /// A type has its own length: what is declared beyond it is skipped, what is declared short of it is read nevertheless.
    /// </summary>
    private MetaEvent ReadMetaEvent()
    {
        MetaEvent metaEvent = MetaEventTypes.Create(_reader.ReadByte());
        int length = _reader.ReadLength();
        int start = _reader.Position;
        metaEvent.ReadContent(_reader, _settings, length);
        _reader.Skip(Math.Max(start + (long)length - _reader.Position, 0));
        return metaEvent;
    }
}
