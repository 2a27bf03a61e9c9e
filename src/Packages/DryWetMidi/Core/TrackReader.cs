using Melanchall.DryWetMidi.Common;

namespace Melanchall.DryWetMidi.Core;

/// <summary>Reads the events of one track chunk.</summary>
internal sealed class TrackReader
{
    private const byte MetaStatus = 0xFF;
    private const byte NormalSysExStatus = 0xF0;
    private const byte EscapeSysExStatus = 0xF7;

    private readonly MidiReader _reader;
    private readonly ReadingSettings _settings;
    private byte? _runningStatus;
    private long _time;
    private long _skippedTime;

    public TrackReader(MidiReader reader, ReadingSettings settings)
    {
        _reader = reader;
        _settings = settings;
    }

    /// <summary>
    /// Adds events until End Of Track or the declared end of the chunk. What was read before an error stays in the collection.
    /// </summary>
    public void Read(EventsCollection events, long declaredEnd)
    {
        while (_reader.Position < declaredEnd && !_reader.EndReached)
        {
            MidiEvent midiEvent = ReadEvent();
            bool ended = midiEvent is EndOfTrackEvent;
            if (midiEvent != null && (!ended || _settings.EndOfTrackStoringPolicy == EndOfTrackStoringPolicy.Store))
                events.Add(midiEvent);
            if (ended)
                return;
        }

        if (_settings.MissedEndOfTrackPolicy == MissedEndOfTrackPolicy.Abort)
            throw new MissedEndOfTrackEventException();
    }

    /// <summary>The next event, or null for one that the settings say to skip; its time is then given to the event after it.</summary>
    private MidiEvent ReadEvent()
    {
        long deltaTime = ReadDeltaTime();
        byte statusByte = ReadStatusByte();
        MidiEvent midiEvent = statusByte switch
        {
            MetaStatus => ReadMetaEvent(),
            NormalSysExStatus => new NormalSysExEvent(_reader.ReadData(_settings, _reader.ReadVlq())),
            EscapeSysExStatus => new EscapeSysExEvent(_reader.ReadData(_settings, _reader.ReadVlq())),
            _ when ChannelEventTypes.IsChannelStatus(statusByte) => ReadChannelEvent(statusByte),
            _ => SkipUnknownEvent(statusByte),
        };

        _skippedTime = midiEvent == null ? deltaTime : 0;
        midiEvent?.DeltaTime = deltaTime;
        return midiEvent;
    }

    /// <summary>The delta-time, cut so that the absolute time of every event still fits a long.</summary>
    private long ReadDeltaTime()
    {
        long deltaTime = Math.Min(_reader.ReadVlq(), long.MaxValue - _time);
        _time += deltaTime;
        return _skippedTime + deltaTime;
    }

    /// <summary>Meta and system exclusive events leave the running status as it is: many files rely on that.</summary>
    private byte ReadStatusByte()
    {
        if (_reader.PeekByte() <= SevenBitNumber.MaxValue)
            return _runningStatus ?? throw new UnexpectedRunningStatusException();

        byte statusByte = _reader.ReadByte();
        if (ChannelEventTypes.IsChannelStatus(statusByte))
            _runningStatus = statusByte;
        return statusByte;
    }

    private ChannelEvent ReadChannelEvent(byte statusByte)
    {
        ChannelEvent channelEvent = ChannelEventTypes.Create(statusByte);
        byte first = ReadDataByte(channelEvent);
        byte second = ChannelEventTypes.DataBytes(statusByte) > 1 ? ReadDataByte(channelEvent) : (byte)0;
        if (channelEvent is NoteOnEvent && second == 0 && _settings.SilentNoteOnPolicy == SilentNoteOnPolicy.NoteOff)
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

    private MetaEvent ReadMetaEvent()
    {
        MetaEvent metaEvent = MetaEventTypes.Create(_reader.ReadByte());
        MidiReader content = _reader.Slice(_reader.ReadVlq());
        try
        {
            metaEvent.ReadContent(content, _settings, content.Left);
            return metaEvent;
        }
        catch (NotEnoughBytesException) when (_settings.NotEnoughBytesPolicy == NotEnoughBytesPolicy.Ignore)
        {
            return null; // shorter than its type requires, but what follows can be read
        }
    }

    private MidiEvent SkipUnknownEvent(byte statusByte)
    {
        var status = (FourBitNumber)(byte)(statusByte >> 4);
        var channel = (FourBitNumber)(byte)(statusByte & 0x0F);
        int dataBytes = _settings.UnknownChannelEventPolicy switch
        {
            UnknownChannelEventPolicy.SkipStatusByte => 0,
            UnknownChannelEventPolicy.SkipStatusByteAndOneDataByte => 1,
            UnknownChannelEventPolicy.SkipStatusByteAndTwoDataBytes => 2,
            UnknownChannelEventPolicy.UseCallback => AskCallback(status, channel),
            _ => throw new UnknownChannelEventException(status, channel),
        };
        _reader.Slice(dataBytes);
        return null;
    }

    private int AskCallback(FourBitNumber status, FourBitNumber channel)
    {
        UnknownChannelEventCallback callback = _settings.UnknownChannelEventCallback
            ?? throw new InvalidOperationException("The policy for unknown channel events is UseCallback, but no callback is set.");
        UnknownChannelEventAction action = callback(status, channel);
        return action.Instruction == UnknownChannelEventInstruction.SkipData
            ? action.DataBytesToSkipCount
            : throw new UnknownChannelEventException(status, channel);
    }
}
