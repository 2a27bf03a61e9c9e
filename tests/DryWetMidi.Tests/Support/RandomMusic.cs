using Melanchall.DryWetMidi.Common;
using Melanchall.DryWetMidi.Core;

namespace DryWetMidi.Tests.Support;

/// <summary>Files with every type of event, drawn from a seed.</summary>
internal sealed class RandomMusic(int seed)
{
    private readonly Random _random = new(seed);

    public MidiFile File()
    {
        var file = new MidiFile(Enumerable.Range(0, _random.Next(2, 6)).Select(_ => Track()))
        {
            TimeDivision = _random.Next(4) == 0
                ? new SmpteTimeDivision(Pick(Enum.GetValues<SmpteFormat>()), (byte)_random.Next(1, 256))
                : new TicksPerQuarterNoteTimeDivision((short)_random.Next(1, short.MaxValue)),
        };
        return file;
    }

    public TrackChunk Track() => Tracks.Of(Enumerable.Range(0, _random.Next(0, 60)).Select(_ => Event()));

    public MidiEvent Event()
    {
        MidiEvent midiEvent = _random.Next(3) == 0 ? MetaOrSysEx() : Channel();
        midiEvent.DeltaTime = Pick<long>(0, 0, 1, 127, 128, 16383, 16384, 2097151, 2097152, 268435455, _random.Next(1000));
        return midiEvent;
    }

    private ChannelEvent Channel()
    {
        ChannelEvent channelEvent = _random.Next(7) switch
        {
            0 => new NoteOffEvent(Seven(), Seven()),
            1 => new NoteOnEvent(Seven(), (SevenBitNumber)(byte)_random.Next(1, 128)),
            2 => new NoteAftertouchEvent { NoteNumber = Seven(), AftertouchValue = Seven() },
            3 => new ControlChangeEvent { ControlNumber = Seven(), ControlValue = Seven() },
            4 => new ProgramChangeEvent { ProgramNumber = Seven() },
            5 => new ChannelAftertouchEvent { AftertouchValue = Seven() },
            _ => new PitchBendEvent { PitchValue = (ushort)_random.Next(PitchBendEvent.MaxPitchValue + 1) },
        };
        channelEvent.Channel = (FourBitNumber)(byte)_random.Next(3);
        return channelEvent;
    }

    private MidiEvent MetaOrSysEx() => _random.Next(18) switch
    {
        0 => new SequenceNumberEvent { Number = (ushort)_random.Next(65536) },
        1 => new TextEvent { Text = Text() },
        2 => new CopyrightNoticeEvent { Text = Text() },
        3 => new SequenceTrackNameEvent(Text()),
        4 => new InstrumentNameEvent { Text = Text() },
        5 => new LyricEvent { Text = Text() },
        6 => new MarkerEvent { Text = Text() },
        7 => new CuePointEvent { Text = Text() },
        8 => new ProgramNameEvent { Text = Text() },
        9 => new DeviceNameEvent { Text = Text() },
        10 => new ChannelPrefixEvent { Channel = Below(16) },
        11 => new PortPrefixEvent { Port = Below(128) },
        12 => new SetTempoEvent(_random.Next(1, (int)SetTempoEvent.MaxMicrosecondsPerQuarterNote + 1)),
        13 => new SmpteOffsetEvent
        {
            Format = Pick(Enum.GetValues<SmpteFormat>()), Hours = Below(24), Minutes = Below(60), Seconds = Below(60),
            Frames = Below(24), SubFrames = Below(100),
        },
        14 => new TimeSignatureEvent(Below(256), (byte)(1 << Below(8)))
        {
            ClocksPerClick = Below(256), ThirtySecondNotesPerBeat = Below(256),
        },
        15 => new KeySignatureEvent { Key = (sbyte)_random.Next(-7, 8), Scale = Below(2) },
        16 => new SequencerSpecificEvent { Data = Bytes() },
        _ => _random.Next(2) == 0 ? new NormalSysExEvent { Data = Bytes() } : new EscapeSysExEvent { Data = Bytes() },
    };

    private SevenBitNumber Seven() => (SevenBitNumber)Below(128);

    private byte Below(int limit) => (byte)_random.Next(limit);

    private string Text() => new(Enumerable.Range(0, _random.Next(200)).Select(_ => (char)_random.Next(32, 127)).ToArray());

    private byte[] Bytes()
    {
        var bytes = new byte[_random.Next(200)];
        _random.NextBytes(bytes);
        if (bytes.Length > 0)
            bytes[0] &= 0x7F; // not the status byte of a system exclusive event
        return bytes;
    }

    private T Pick<T>(params T[] values) => values[_random.Next(values.Length)];
}
