namespace ComposerPlugin.Music;

/// <summary>Copies the events of a track that are read later, with all lengths and status bytes written out, and counts bad ones.</summary>
internal sealed class MidiTrackCleaner(byte[] bytes)
{
    private const byte Meta = 0xFF, SysEx = 0xF0, Escape = 0xF7, EndOfTrack = 0x2F, Name = 0x03, Tempo = 0x51, MeterType = 0x58;
    private const int LargestDelta = 0x0FFFFFFF, LargestPower = 7, MostLengthBytes = 5;

    private readonly List<byte> _copy = [];
    private int _position, _limit;
    private long _delta;
    private byte _running;

    /// <summary>Events left out or changed, in all tracks.</summary>
    public int BadEvents { get; private set; }

    /// <summary>Whether the last track has an End of Track.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>Channels that the tracks' system exclusive messages make rhythm parts, or melodic ones.</summary>
    public RhythmParts Rhythm { get; private set; }

    /// <summary>The MPE zones that the tracks configure.</summary>
    public MpeZones Zones { get; private set; }

    /// <summary>Copies the events up to End of Track, the limit, or what is not an event.</summary>
    /// <param name="start">The position of the first event.</param>
    /// <param name="limit">The end of the track, or of the file.</param>
    /// <param name="reached">Where reading ended.</param>
    /// <param name="damaged">Whether it ended at what is not an event, or in the middle of one.</param>
    public byte[] Copy(int start, int limit, out int reached, out bool damaged)
    {
        (_position, _limit, _delta, _running, damaged) = (start, limit, 0, 0, false);
        _copy.Clear();
        IsComplete = false;
        while (_position < _limit && !Begins("MTrk"u8))
        {
            if (!TryVlq(out long delta))
            {
                (_position, damaged) = (_limit, true);
                break;
            }
            _delta = Math.Min(_delta + delta, long.MaxValue / 2);
            // Cut by the end of the file or track, or not an event.
            damaged = !TryEvent(out bool last);
            IsComplete = last;
            if (damaged || last)
                break;
        }
        reached = _position;
        // An empty text keeps the time of the end, at which open notes end.
        if (_delta > 0)
            Write([Meta, 1, 0]);
        _copy.AddRange([0, Meta, EndOfTrack, 0]);
        return [.. _copy];
    }

    private bool Begins(ReadOnlySpan<byte> id) => bytes.AsSpan(_position, _limit - _position).StartsWith(id);

    private bool TryEvent(out bool last)
    {
        last = false;
        if (_position >= _limit)
            return false;
        byte status = bytes[_position];
        switch (status)
        {
            case Meta:
                return TryMeta(out last);
            case SysEx or Escape:
                return TrySysEx();
            case > SysEx:
                // Messages of the cable: they are not allowed in files.
                int data = status switch { 0xF1 or 0xF3 => 1, 0xF2 => 2, _ => 0 };
                BadEvents++;
                _position++;
                return Skip(data);
            case < 0x80 when _running == 0:
                // Data without a status: the next status byte begins an event.
                BadEvents++;
                while (_position < _limit && bytes[_position] < 0x80)
                    _position++;
                return TryEvent(out last);
            case < 0x80:
                return TryChannel(_running);
            default:
                _position++;
                _running = status;
                return TryChannel(status);
        }
    }

    private bool TryChannel(byte status)
    {
        int kind = status >> 4, count = kind is 0xC or 0xD ? 1 : 2;
        if (_limit - _position < count)
        {
            _position = _limit;
            return false;
        }
        byte first = Data(), second = count > 1 ? Data() : (byte)0;
        if (kind == 0xB)
            Zones = Zones.After(status & 0xF, first, second);
        if (kind is 0x8 or 0x9)
            Write([status, first, second]);
        else if (kind == 0xB && MidiController.IsRead(first))
            Write([status, first, second]);
        else if (kind == 0xC)
            Write([status, first]);
        return true;
    }

    // A value above 127 becomes 127.
    private byte Data()
    {
        byte value = bytes[_position++];
        if (value <= 127)
            return value;
        BadEvents++;
        return 127;
    }

    private bool TryMeta(out bool last)
    {
        last = false;
        _position++;
        if (_position >= _limit)
            return false;
        byte type = bytes[_position++];
        if (!TryLength(out int length))
            return false;
        var data = bytes.AsSpan(_position, length);
        _position += length;
        switch (type)
        {
            case EndOfTrack:
                last = true;
                break;
            case Name:
                byte[] text = MidiText.ToUtf8(data);
                Write([Meta, Name, .. Vlq(text.Length), .. text]);
                break;
            case Tempo when length < 3 || (data[0] | data[1] | data[2]) == 0:
                BadEvents++;
                break;
            case Tempo:
                Write([Meta, Tempo, 3, .. data[..3]]);
                break;
            case MeterType when length < 2 || data[1] > LargestPower:
                BadEvents++;
                break;
            case MeterType:
                // The other two bytes are for metronomes.
                Write([Meta, MeterType, 4, data[0], data[1], 24, 8]);
                break;
            default:
                // The shortest complete event of each type that is not read: one shorter is left out as well, and counted.
                BadEvents += length < MidiText.LeastLength(type) ? 1 : 0;
                break;
        }
        return true;
    }

    private bool TrySysEx()
    {
        _position++;
        if (!TryLength(out int length))
            return false;
        Rhythm = Rhythm.After(bytes.AsSpan(_position, length));
        _position += length;
        return true;
    }

    private bool TryLength(out int length)
    {
        int begin = _position;
        length = 0;
        if (!TryVlq(out long value) || _position - begin > MostLengthBytes)
            return false;
        if (value > _limit - _position)
        {
            _position = _limit;
            return false;
        }
        length = (int)value;
        return true;
    }

    // A number of more than four bytes is not valid; it is the largest then.
    private bool TryVlq(out long value)
    {
        value = 0;
        while (_position < _limit)
        {
            byte next = bytes[_position++];
            value = Math.Min((value << 7) | (uint)(next & 0x7F), LargestDelta);
            if (next < 0x80)
                return true;
        }
        return false;
    }

    private bool Skip(int count)
    {
        _position = Math.Min(_position + count, _limit);
        return true;
    }

    private void Write(ReadOnlySpan<byte> midiEvent)
    {
        // Events that were left out may add up to more than a delta-time can hold.
        for (; _delta > LargestDelta; _delta -= LargestDelta)
            _copy.AddRange([.. Vlq(LargestDelta), Meta, 1, 0]);
        _copy.AddRange(Vlq((int)_delta));
        _copy.AddRange(midiEvent);
        _delta = 0;
    }

    private static byte[] Vlq(int value) => value switch
    {
        < 1 << 7 => [(byte)value],
        < 1 << 14 => [(byte)(value >> 7 | 0x80), (byte)(value & 0x7F)],
        < 1 << 21 => [(byte)(value >> 14 | 0x80), (byte)(value >> 7 | 0x80), (byte)(value & 0x7F)],
        _ => [(byte)(value >> 21 | 0x80), (byte)(value >> 14 | 0x80), (byte)(value >> 7 | 0x80), (byte)(value & 0x7F)],
    };
}
