using System.ComponentModel;
using System.Text;
using DryWetMidi.Tests.Support;
using Melanchall.DryWetMidi.Core;

namespace DryWetMidi.Tests.Core;

public class ReadingPolicyTests
{
    private static readonly byte[] Plain = MidiBytes.Track(MidiBytes.OneNote);

    [Fact]
    public void A_silent_note_on_is_a_note_off_unless_asked_otherwise()
    {
        byte[] track = MidiBytes.Track(0x00, 0x95, 60, 0);

        var asked = new ReadingSettings { SilentNoteOnPolicy = SilentNoteOnPolicy.NoteOn };

        var off = Assert.IsType<NoteOffEvent>(MidiBytes.Events(track).Single());
        Assert.Equal((60, 5, 0), (off.NoteNumber, off.Channel, off.Velocity));
        Assert.IsType<NoteOnEvent>(MidiBytes.Events(track, asked).Single());
    }

    [Fact]
    public void A_data_byte_over_127_is_refused_cut_or_snapped()
    {
        byte[] track = MidiBytes.Track(0x00, 0x90, 60, 0x85);

        var refused = Assert.Throws<InvalidChannelEventParameterValueException>(() => MidiBytes.Events(track));
        Assert.Equal((MidiEventType.NoteOn, 0x85), (refused.EventType, refused.Value));
        Assert.Equal(5, Velocity(InvalidChannelEventParameterValuePolicy.ReadValid));
        Assert.Equal(127, Velocity(InvalidChannelEventParameterValuePolicy.SnapToLimits));

        int Velocity(InvalidChannelEventParameterValuePolicy policy)
        {
            var settings = new ReadingSettings { InvalidChannelEventParameterValuePolicy = policy };
            return ((NoteOnEvent)MidiBytes.Events(track, settings).Single()).Velocity;
        }
    }

    public static TheoryData<byte[], string, int, Func<MidiEvent, int>> InvalidMetaEvents => new()
    {
        { [0xFF, 0x59, 2, 0x80, 0], "Key", -7, midiEvent => ((KeySignatureEvent)midiEvent).Key },
        { [0xFF, 0x59, 2, 0, 9], "Scale", 1, midiEvent => ((KeySignatureEvent)midiEvent).Scale },
        { [0xFF, 0x54, 5, 0x18, 0, 0, 0, 0], "Hours", 23, midiEvent => ((SmpteOffsetEvent)midiEvent).Hours },
        { [0xFF, 0x54, 5, 0, 60, 0, 0, 0], "Minutes", 59, midiEvent => ((SmpteOffsetEvent)midiEvent).Minutes },
        { [0xFF, 0x54, 5, 0, 0, 0, 0, 100], "SubFrames", 99, midiEvent => ((SmpteOffsetEvent)midiEvent).SubFrames },
    };

    [Theory]
    [MemberData(nameof(InvalidMetaEvents))]
    public void A_meta_value_out_of_range_is_refused_or_snapped(byte[] bytes, string property, int snapped, Func<MidiEvent, int> value)
    {
        byte[] track = MidiBytes.Track([0x00, .. bytes]);
        var settings = new ReadingSettings { InvalidMetaEventParameterValuePolicy = InvalidMetaEventParameterValuePolicy.SnapToLimits };

        Assert.Equal(property, Assert.Throws<InvalidMetaEventParameterValueException>(() => MidiBytes.Events(track)).PropertyName);
        Assert.Equal(snapped, value(MidiBytes.Events(track, settings).Single()));
    }

    [Theory]
    [InlineData(new byte[] { 0xFF, 0x51, 3, 0, 0, 0 })]
    [InlineData(new byte[] { 0xFF, 0x58, 4, 4, 255, 24, 8 })]
    public void A_tempo_of_zero_and_a_denominator_too_large_are_refused_whatever_the_policy(byte[] bytes)
    {
        byte[] track = MidiBytes.Track([0x00, .. bytes]);

        Assert.Throws<ArgumentOutOfRangeException>(() => MidiBytes.Events(track));
        Assert.Throws<ArgumentOutOfRangeException>(() => MidiBytes.Events(track, Lenient.Settings));
    }

    [Fact]
    public void A_chunk_of_unknown_type_is_kept_skipped_or_refused()
    {
        byte[] file = MidiBytes.File(Plain, MidiBytes.Chunk("XFIH", [1, 2, 3]), Plain);

        var kept = Assert.IsType<UnknownChunk>(MidiBytes.Read(file).Chunks[1]);
        Assert.Equal(("XFIH", 3), (kept.ChunkId, kept.Data.Length));
        Assert.Equal(2, MidiBytes.Read(file, new ReadingSettings { UnknownChunkIdPolicy = UnknownChunkIdPolicy.Skip }).Chunks.Count);
        var refused = Assert.Throws<UnknownChunkException>(
            () => MidiBytes.Read(file, new ReadingSettings { UnknownChunkIdPolicy = UnknownChunkIdPolicy.Abort }));
        Assert.Equal("XFIH", refused.ChunkId);
    }

    [Fact]
    public void A_track_without_its_end_is_read_by_its_size_unless_asked_otherwise()
    {
        byte[] file = MidiBytes.File(MidiBytes.Chunk("MTrk", MidiBytes.OneNote), Plain);

        Assert.Equal([2, 2], MidiBytes.Read(file).GetTrackChunks().Select(track => track.Events.Count));
        Assert.Throws<MissedEndOfTrackEventException>(
            () => MidiBytes.Read(file, new ReadingSettings { MissedEndOfTrackPolicy = MissedEndOfTrackPolicy.Abort }));
    }

    [Fact]
    public void The_end_of_a_track_is_stored_on_request_and_keeps_its_time()
    {
        byte[] track = MidiBytes.Chunk("MTrk", [.. MidiBytes.OneNote, 0x40, 0xFF, 0x2F, 0x00]);

        var settings = new ReadingSettings { EndOfTrackStoringPolicy = EndOfTrackStoringPolicy.Store };

        MidiFile file = MidiBytes.Read(MidiBytes.File(track), settings);

        Assert.Equal(0x40, Assert.IsType<EndOfTrackEvent>(file.GetTrackChunks().Single().Events[^1]).DeltaTime);
        Assert.Equal(track, MidiBytes.Write(file, MidiFileFormat.SingleTrack)[14..]);
    }

    [Theory]
    [InlineData(UnknownChannelEventPolicy.SkipStatusByte, new byte[] { 0xFE })]
    [InlineData(UnknownChannelEventPolicy.SkipStatusByteAndOneDataByte, new byte[] { 0xF3, 0x05 })]
    [InlineData(UnknownChannelEventPolicy.SkipStatusByteAndTwoDataBytes, new byte[] { 0xF2, 0x05, 0x06 })]
    public void A_status_that_no_file_may_hold_is_refused_or_skipped_with_its_data(UnknownChannelEventPolicy policy, byte[] stray)
    {
        byte[] track = MidiBytes.Track([0x05, .. stray, 0x07, 0x90, 60, 100]);

        var refused = Assert.Throws<UnknownChannelEventException>(() => MidiBytes.Events(track));
        Assert.Equal((15, stray[0] & 15), ((int)refused.StatusByte, refused.Channel));
        MidiEvent note = MidiBytes.Events(track, new ReadingSettings { UnknownChannelEventPolicy = policy }).Single();
        Assert.Equal(7, note.DeltaTime); // the time of what was skipped is lost with it
    }

    [Fact]
    public void A_callback_says_how_much_data_to_skip()
    {
        byte[] track = MidiBytes.Track(0x00, 0xF2, 1, 2, 0x00, 0xF3, 1, 0x00, 0x90, 60, 100);
        var settings = new ReadingSettings
        {
            UnknownChannelEventPolicy = UnknownChannelEventPolicy.UseCallback,
            UnknownChannelEventCallback = (_, channel) => UnknownChannelEventAction.SkipData(channel == 2 ? 2 : 1),
        };

        Assert.IsType<NoteOnEvent>(MidiBytes.Events(track, settings).Single());
        settings.UnknownChannelEventCallback = (_, _) => UnknownChannelEventAction.Abort;
        Assert.Throws<UnknownChannelEventException>(() => MidiBytes.Events(track, settings));
    }

    [Fact]
    public void Text_is_read_in_the_encoding_or_by_the_callback_of_the_settings()
    {
        byte[] name = Encoding.UTF8.GetBytes("Übung");
        byte[] track = MidiBytes.Track([0x00, 0xFF, 0x03, (byte)name.Length, .. name]);

        Assert.Equal("Übung", Name(new ReadingSettings { TextEncoding = Encoding.UTF8 }));
        Assert.Equal("6 bytes", Name(new ReadingSettings { DecodeTextCallback = (bytes, _) => $"{bytes.Length} bytes" }));
        Assert.Equal("??bung", Name(new ReadingSettings()));

        string Name(ReadingSettings settings) => ((BaseTextEvent)MidiBytes.Events(track, settings).Single()).Text;
    }

    [Fact]
    public void Data_of_no_length_is_empty_or_null()
    {
        byte[] track = MidiBytes.Track(0x00, 0xFF, 0x01, 0x00, 0x00, 0xF0, 0x00, 0x00, 0xFF, 0x7F, 0x00);
        var asNull = new ReadingSettings { ZeroLengthDataPolicy = ZeroLengthDataPolicy.ReadAsNull };

        Assert.Equal("", ((TextEvent)MidiBytes.Events(track)[0]).Text);
        Assert.Empty(((SysExEvent)MidiBytes.Events(track)[1]).Data);
        Assert.Null(((TextEvent)MidiBytes.Events(track, asNull)[0]).Text);
        Assert.Null(((SequencerSpecificEvent)MidiBytes.Events(track, asNull)[2]).Data);
        Assert.Empty(((SysExEvent)MidiBytes.Events(track, asNull)[1]).Data); // the policy knows no system exclusive events
    }

    [Fact]
    public void A_policy_that_does_not_exist_is_refused() =>
        Assert.Throws<InvalidEnumArgumentException>(() => new ReadingSettings { NotEnoughBytesPolicy = (NotEnoughBytesPolicy)7 });
}
