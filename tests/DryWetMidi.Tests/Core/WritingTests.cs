using System.ComponentModel;
using DryWetMidi.Tests.Support;
using Melanchall.DryWetMidi.Common;
using Melanchall.DryWetMidi.Core;

namespace DryWetMidi.Tests.Core;

public class WritingTests
{
    [Fact]
    public void A_file_of_two_tracks_is_laid_out_as_in_the_standard()
    {
        var file = new MidiFile([
            Tracks.Of(new SetTempoEvent(500000)),
            Tracks.Of(
                new NoteOnEvent((SevenBitNumber)60, (SevenBitNumber)100),
                new NoteOffEvent((SevenBitNumber)60, (SevenBitNumber)64) { DeltaTime = 96 })]);

        Assert.Equal(
            MidiBytes.File(MidiBytes.Track(0x00, 0xFF, 0x51, 0x03, 0x07, 0xA1, 0x20), MidiBytes.Track(MidiBytes.OneNote)),
            MidiBytes.Write(file));
    }

    [Fact]
    public void A_single_track_in_the_multi_track_format_is_split_by_channel()
    {
        var file = new MidiFile([Tracks.Of(
            new SequenceTrackNameEvent("All"),
            Note(1, 10),
            Note(0, 10),
            new ChannelPrefixEvent { Channel = 3 },
            new InstrumentNameEvent { Text = "Flute" },
            Note(1, 10))]);

        MidiFile read = MidiBytes.Read(MidiBytes.Write(file));

        string[] expected =
        [
            "0 SequenceTrackName",
            "20 NoteOn 0",
            "10 NoteOn 1|30 NoteOn 1",
            "20 ChannelPrefix|20 InstrumentName",
        ];
        Assert.Equal(expected, read.GetTrackChunks().Select(Described));

        static string Described(TrackChunk track) => string.Join('|', track.Timed().Select(item => $"{item.Time} {Type(item.Event)}"));

        static string Type(MidiEvent midiEvent) =>
            midiEvent.EventType + (midiEvent is ChannelEvent channelEvent ? $" {(byte)channelEvent.Channel}" : "");
    }

    [Fact]
    public void Unknown_parts_are_written_as_they_were_read()
    {
        byte[] unknownEvent = MidiBytes.Track(0x00, 0xFF, 0x60, 0x01, 0x01);
        byte[] bytes = [.. MidiBytes.Header(1, 2, 96), .. unknownEvent, .. MidiBytes.Track(), .. MidiBytes.Chunk("XFIH", [1])];

        Assert.Equal(bytes, MidiBytes.Write(MidiBytes.Read(bytes)));
    }

    [Fact]
    public void Data_that_no_file_can_hold_is_refused()
    {
        Assert.Throws<InvalidOperationException>(() => MidiBytes.Write(new MidiFile { TimeDivision = null! }));
        Assert.Throws<InvalidEnumArgumentException>(() => new MidiFile().Write(new MemoryStream(), (MidiFileFormat)3));
        var tooMany = new MidiFile(Enumerable.Range(0, 65536).Select(_ => new TrackChunk()));
        Assert.Throws<TooManyTrackChunksException>(() => MidiBytes.Write(tooMany));
    }

    private static NoteOnEvent Note(byte channel, long deltaTime) =>
        new((SevenBitNumber)60, (SevenBitNumber)100) { Channel = (FourBitNumber)channel, DeltaTime = deltaTime };
}
