using System.ComponentModel;
using DryWetMidi.Tests.Support;
using Melanchall.DryWetMidi.Common;
using Melanchall.DryWetMidi.Core;
using Melanchall.DryWetMidi.Interaction;

namespace DryWetMidi.Tests.Core;

public class WritingTests
{
    [Fact]
    public void A_file_of_two_tracks_is_laid_out_as_the_standard_says()
    {
        var file = new MidiFile(
            new TrackChunk(new SetTempoEvent(500000)),
            new TrackChunk(
                new NoteOnEvent((SevenBitNumber)60, (SevenBitNumber)100),
                new NoteOffEvent((SevenBitNumber)60, (SevenBitNumber)64) { DeltaTime = 96 }));

        Assert.Equal(
            MidiBytes.File(MidiBytes.Track(0x00, 0xFF, 0x51, 0x03, 0x07, 0xA1, 0x20), MidiBytes.Track(MidiBytes.OneNote)),
            MidiBytes.Write(file));
    }

    [Fact]
    public void A_path_is_overwritten_only_on_request()
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            new MidiFile(new TrackChunk(new TextEvent("first"))).Write(path);
            var second = new MidiFile(new TrackChunk());

            Assert.Throws<IOException>(() => second.Write(path));
            Assert.NotEmpty(MidiFile.Read(path).GetTimedEvents());
            second.Write(path, overwriteFile: true);
            Assert.Empty(MidiFile.Read(path).GetTimedEvents());
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void A_single_track_in_the_multi_track_format_is_split_by_channel()
    {
        var file = new MidiFile(new TrackChunk(
            new SequenceTrackNameEvent("All"),
            Note(1, 10),
            Note(0, 10),
            new ChannelPrefixEvent(3),
            new InstrumentNameEvent("Flute"),
            Note(1, 10)));

        MidiFile read = MidiBytes.Read(MidiBytes.Write(file));

        string[] expected =
        [
            "0 Sequence/Track Name (All)",
            "20 Note On [0] (60, 100)",
            "10 Note On [1] (60, 100)|30 Note On [1] (60, 100)",
            "20 Channel Prefix (3)|20 Instrument Name (Flute)",
        ];
        Assert.Equal(expected, read.GetTrackChunks().Select(Described));

        static string Described(TrackChunk track) =>
            string.Join('|', track.GetTimedEvents().Select(timedEvent => $"{timedEvent.Time} {timedEvent.Event}"));
    }

    [Fact]
    public void Several_tracks_in_the_single_track_format_become_one()
    {
        var file = new MidiFile(
            new TrackChunk(new TextEvent("a"), new TextEvent("c") { DeltaTime = 9 }),
            new TrackChunk(new TextEvent("b") { DeltaTime = 5 }));

        MidiFile read = MidiBytes.Read(MidiBytes.Write(file, MidiFileFormat.SingleTrack));

        Assert.Equal(["a", "b", "c"], read.GetTrackChunks().Single().Events.Cast<TextEvent>().Select(text => text.Text));
        Assert.Equal([0, 5, 9], read.GetTimedEvents().Select(timedEvent => timedEvent.Time));
        Assert.Equal(2, file.Chunks.Count); // what is written is not changed
    }

    [Fact]
    public void Tracks_of_one_sequence_become_one_in_the_multi_sequence_format()
    {
        var file = new MidiFile(
            new TrackChunk(new SequenceNumberEvent(7), new TextEvent("a")),
            new TrackChunk(new TextEvent("c")),
            new TrackChunk(new SequenceNumberEvent(7), new TextEvent("b")));

        MidiFile read = MidiBytes.Read(MidiBytes.Write(file, MidiFileFormat.MultiSequence));

        Assert.Equal(["ab", "c"], read.GetTrackChunks().Select(track => string.Concat(track.Events.OfType<TextEvent>().Select(text => text.Text))));
    }

    [Fact]
    public void Default_values_are_left_out_on_request_while_nothing_else_was_set_before()
    {
        var settings = new WritingSettings
        {
            DeleteDefaultSetTempo = true,
            DeleteDefaultTimeSignature = true,
            DeleteDefaultKeySignature = true,
        };
        MidiEvent[] events =
        [
            new SetTempoEvent(500000) { DeltaTime = 5 }, new TimeSignatureEvent(4, 4), new KeySignatureEvent(),
            new SetTempoEvent(400000), new SetTempoEvent(500000) { DeltaTime = 7 },
        ];

        byte[] written = MidiBytes.Written(settings, events);

        // The time of what is left out is lost with it.
        Assert.Equal([0x00, 0xFF, 0x51, 0x03, 0x06, 0x1A, 0x80, 0x07, 0xFF, 0x51, 0x03, 0x07, 0xA1, 0x20], written);
    }

    [Fact]
    public void Unknown_parts_are_left_out_on_request()
    {
        byte[] bytes = MidiBytes.File(MidiBytes.Track(0x00, 0xFF, 0x60, 0x01, 0x01), MidiBytes.Track(), MidiBytes.Chunk("XFIH", [1]));
        MidiFile file = MidiBytes.Read(bytes);

        var settings = new WritingSettings { DeleteUnknownChunks = true, DeleteUnknownMetaEvents = true };

        Assert.Equal(3, MidiBytes.Read(MidiBytes.Write(file)).Chunks.Count);
        MidiFile lean = MidiBytes.Read(MidiBytes.Write(file, settings: settings));
        Assert.All(lean.Chunks, chunk => Assert.Empty(((TrackChunk)chunk).Events));
        Assert.Equal(2, lean.Chunks.Count);
    }

    [Fact]
    public void A_header_is_left_out_on_request()
    {
        byte[] written = MidiBytes.Write(new MidiFile(new TrackChunk()), settings: new WritingSettings { WriteHeaderChunk = false });

        Assert.Equal(MidiBytes.Track(), written);
    }

    [Fact]
    public void What_no_file_can_hold_is_refused()
    {
        Assert.Throws<InvalidOperationException>(() => MidiBytes.Write(new MidiFile { TimeDivision = null! }));
        Assert.Throws<InvalidEnumArgumentException>(() => MidiBytes.Write(new MidiFile(), (MidiFileFormat)3));
        var tooMany = new MidiFile(Enumerable.Range(0, 65536).Select(_ => new TrackChunk()));
        Assert.Equal(65536, Assert.Throws<TooManyTrackChunksException>(() => MidiBytes.Write(tooMany)).TrackChunksCount);
    }

    private static NoteOnEvent Note(byte channel, long deltaTime) =>
        new((SevenBitNumber)60, (SevenBitNumber)100) { Channel = (FourBitNumber)channel, DeltaTime = deltaTime };
}
