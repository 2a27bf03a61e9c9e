using System.ComponentModel;
using System.Text;
using DryWetMidi.Tests.Support;
using Melanchall.DryWetMidi.Core;

namespace DryWetMidi.Tests.Core;

public class ReadingPolicyTests
{
    private static readonly byte[] Plain = MidiBytes.Track(MidiBytes.OneNote);

    [Fact]
    public void A_silent_note_on_is_a_note_off()
    {
        byte[] track = MidiBytes.Track(0x00, 0x95, 60, 0);

        var off = Assert.IsType<NoteOffEvent>(MidiBytes.Events(track).Single());
        Assert.Equal((60, 5, 0), (off.NoteNumber, off.Channel, off.Velocity));
    }

    [Fact]
    public void A_data_byte_over_127_is_refused_cut_or_snapped()
    {
        byte[] track = MidiBytes.Track(0x00, 0x90, 60, 0x85);

        Assert.Throws<InvalidChannelEventParameterValueException>(() => MidiBytes.Events(track));
        Assert.Equal(5, Velocity(InvalidChannelEventParameterValuePolicy.ReadValid));
        Assert.Equal(127, Velocity(InvalidChannelEventParameterValuePolicy.SnapToLimits));

        int Velocity(InvalidChannelEventParameterValuePolicy policy)
        {
            var settings = new ReadingSettings { InvalidChannelEventParameterValuePolicy = policy };
            return ((NoteOnEvent)MidiBytes.Events(track, settings).Single()).Velocity;
        }
    }

    public static TheoryData<byte[], int, Func<MidiEvent, int>> InvalidMetaEvents => new()
    {
        { [0xFF, 0x59, 2, 0x80, 0], -7, midiEvent => ((KeySignatureEvent)midiEvent).Key },
        { [0xFF, 0x59, 2, 0, 9], 1, midiEvent => ((KeySignatureEvent)midiEvent).Scale },
        { [0xFF, 0x54, 5, 0x18, 0, 0, 0, 0], 23, midiEvent => ((SmpteOffsetEvent)midiEvent).Hours },
        { [0xFF, 0x54, 5, 0, 60, 0, 0, 0], 59, midiEvent => ((SmpteOffsetEvent)midiEvent).Minutes },
        { [0xFF, 0x54, 5, 0, 0, 0, 0, 100], 99, midiEvent => ((SmpteOffsetEvent)midiEvent).SubFrames },
    };

    [Theory]
    [MemberData(nameof(InvalidMetaEvents))]
    public void A_meta_value_out_of_range_is_refused_or_snapped(byte[] bytes, int snapped, Func<MidiEvent, int> value)
    {
        byte[] track = MidiBytes.Track([0x00, .. bytes]);
        var settings = new ReadingSettings { InvalidMetaEventParameterValuePolicy = InvalidMetaEventParameterValuePolicy.SnapToLimits };

        Assert.Throws<InvalidMetaEventParameterValueException>(() => MidiBytes.Events(track));
        Assert.Equal(snapped, value(MidiBytes.Events(track, settings).Single()));
    }

    [Theory]
    [InlineData(new byte[] { 0xFF, 0x51, 3, 0, 0, 0 })]
    [InlineData(new byte[] { 0xFF, 0x58, 4, 4, 255, 24, 8 })]
    public void A_tempo_of_zero_and_a_denominator_too_large_are_refused_under_every_policy(byte[] bytes)
    {
        byte[] track = MidiBytes.Track([0x00, .. bytes]);

        Assert.Throws<ArgumentOutOfRangeException>(() => MidiBytes.Events(track));
        Assert.Throws<ArgumentOutOfRangeException>(() => MidiBytes.Events(track, Lenient.Settings));
    }

    [Fact]
    public void A_chunk_of_unknown_type_is_kept_skipped_or_refused()
    {
        byte[] file = MidiBytes.File(Plain, MidiBytes.Chunk("XFIH", [1, 2, 3]), Plain);

        var kept = Assert.IsType<UnknownChunk>(MidiBytes.Read(file).Chunks.ElementAt(1));
        Assert.Equal(("XFIH", 3), (kept.ChunkId, kept.Data.Length));
        Assert.Equal(2, MidiBytes.Read(file, new ReadingSettings { UnknownChunkIdPolicy = UnknownChunkIdPolicy.Skip }).Chunks.Count());
        Assert.Throws<UnknownChunkException>(
            () => MidiBytes.Read(file, new ReadingSettings { UnknownChunkIdPolicy = UnknownChunkIdPolicy.Abort }));
    }

    [Fact]
    public void A_track_without_its_end_is_read_by_its_size_unless_asked_otherwise()
    {
        byte[] file = MidiBytes.File(MidiBytes.Chunk("MTrk", MidiBytes.OneNote), Plain);

        Assert.Equal([2, 2], MidiBytes.Read(file).GetTrackChunks().Select(track => track.Events.Count));
        Assert.Throws<MissedEndOfTrackEventException>(
            () => MidiBytes.Read(file, new ReadingSettings { MissedEndOfTrackPolicy = MissedEndOfTrackPolicy.Abort }));
    }

    [Theory]
    [InlineData(new byte[] { 0xFE })]
    [InlineData(new byte[] { 0xF3, 0x05 })]
    [InlineData(new byte[] { 0xF2, 0x05, 0x06 })]
    public void A_status_that_no_file_may_hold_is_refused(byte[] stray)
    {
        byte[] track = MidiBytes.Track([0x05, .. stray, 0x07, 0x90, 60, 100]);

        Assert.Throws<UnknownChannelEventException>(() => MidiBytes.Events(track));
        Assert.Throws<UnknownChannelEventException>(() => MidiBytes.Events(track, Lenient.Settings));
    }

    [Fact]
    public void Text_is_read_in_the_encoding_of_the_settings()
    {
        byte[] name = Encoding.UTF8.GetBytes("Übung");
        byte[] track = MidiBytes.Track([0x00, 0xFF, 0x03, (byte)name.Length, .. name]);

        Assert.Equal("Übung", Name(new ReadingSettings { TextEncoding = Encoding.UTF8 }));
        Assert.Equal("??bung", Name(new ReadingSettings()));

        string Name(ReadingSettings settings) => ((BaseTextEvent)MidiBytes.Events(track, settings).Single()).Text;
    }

    [Fact]
    public void Data_of_no_length_is_empty()
    {
        byte[] track = MidiBytes.Track(0x00, 0xFF, 0x01, 0x00, 0x00, 0xF0, 0x00, 0x00, 0xFF, 0x7F, 0x00);

        IReadOnlyList<MidiEvent> events = MidiBytes.Events(track);

        Assert.Equal("", ((TextEvent)events[0]).Text);
        Assert.Empty(((SysExEvent)events[1]).Data);
        Assert.Empty(((SequencerSpecificEvent)events[2]).Data);
    }

    [Fact]
    public void A_policy_that_does_not_exist_is_refused() =>
        Assert.Throws<InvalidEnumArgumentException>(() => new ReadingSettings { InvalidChunkSizePolicy = (InvalidChunkSizePolicy)7 });
}
