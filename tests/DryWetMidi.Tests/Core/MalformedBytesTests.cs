using DryWetMidi.Tests.Support;
using Melanchall.DryWetMidi.Core;
using Melanchall.DryWetMidi.Interaction;

namespace DryWetMidi.Tests.Core;

public class MalformedBytesTests
{
    private static readonly byte[] Plain = MidiBytes.Track(MidiBytes.OneNote);
    private static readonly byte[] PlainFile = MidiBytes.File(Plain, Plain);

    [Fact]
    public void A_file_cut_anywhere_is_refused_unless_the_cut_is_between_parts()
    {
        for (int length = 1; length < PlainFile.Length; length++)
        {
            // The file header has 14 bytes. Two tracks follow, each a header of 8 bytes and three events of 4.
            int intoTrack = (length - 14) % Plain.Length;

            Assert.Equal(length >= 14 && intoTrack == 0, Reading.Load(PlainFile[..length]) != null);
            Assert.Equal(length >= 14 && intoTrack is 0 or 8 or 12 or 16, Reading.Load(PlainFile[..length], Lenient.Settings) != null);
        }
    }

    [Fact]
    public void Events_before_a_cut_between_events_are_kept_on_request()
    {
        byte[] cut = PlainFile[..(14 + 8 + 4)];

        Assert.Throws<InvalidChunkSizeException>(() => MidiBytes.Read(cut));
        Assert.IsType<NoteOnEvent>(MidiBytes.Read(cut, Lenient.Settings).GetTrackChunks().Single().Events.Single());
    }

    [Fact]
    public void A_cut_within_an_event_is_refused()
    {
        byte[] cut = PlainFile[..(14 + 8 + 6)];

        Assert.Throws<NotEnoughBytesException>(() => MidiBytes.Read(cut));
        Assert.Throws<NotEnoughBytesException>(() => MidiBytes.Read(cut, Lenient.Settings));
    }

    [Theory]
    [InlineData("M")]
    [InlineData("MThd")]
    [InlineData("<html><body>404 Not Found</body></html>")]
    [InlineData("RIFF....WAVEfmt ")]
    public void A_file_that_is_not_MIDI_is_refused(string text)
    {
        byte[] bytes = System.Text.Encoding.ASCII.GetBytes(text);

        Assert.Null(Reading.Load(bytes));
        Assert.Null(Reading.Load(bytes, Lenient.Settings));
    }

    [Fact]
    public void A_stream_at_its_end_is_refused() => Assert.Throws<ArgumentException>(() => MidiFile.Read(new MemoryStream()));

    [Theory]
    [InlineData("MTrk", 0xFFFFFFFF)]
    [InlineData("MTrk", 0x7FFFFFFF)]
    [InlineData("Junk", 0xFFFFFFFF)]
    public void A_huge_declared_chunk_is_refused_or_read_to_the_end_of_the_file(string id, uint size)
    {
        byte[] file = MidiBytes.File(MidiBytes.Chunk(id, Plain[8..], size), Plain);

        Assert.Null(Reading.Load(file));
        Assert.NotNull(Reading.Load(file, Lenient.Settings));
    }

    [Fact]
    public void Nothing_is_read_after_a_track_that_declares_more_than_the_rest_of_the_file()
    {
        byte[] file = MidiBytes.File(MidiBytes.Chunk("MTrk", Plain[8..], 0xFFFFFFFF), Plain);

        Assert.Equal([1], MidiBytes.Read(file, Lenient.Settings).GetTrackChunks().Select(track => track.GetNotes().Count));
    }

    [Theory]
    [InlineData(new byte[] { 0xFF, 0x01, 0x81, 0x80, 0x00 })]
    [InlineData(new byte[] { 0xFF, 0x7F, 0x81, 0x80, 0x00 })]
    [InlineData(new byte[] { 0xFF, 0x60, 0x81, 0x80, 0x00 })]
    [InlineData(new byte[] { 0xF0, 0x81, 0x80, 0x00 })]
    public void An_event_that_declares_more_than_the_file_holds_is_refused(byte[] bytes)
    {
        byte[] file = MidiBytes.File(MidiBytes.Track([.. MidiBytes.OneNote, 0x00, .. bytes]), Plain);

        Assert.Throws<NotEnoughBytesException>(() => MidiBytes.Read(file));
        Assert.Throws<NotEnoughBytesException>(() => MidiBytes.Read(file, Lenient.Settings));
    }

    [Theory]
    [InlineData(new byte[] { 0xFF, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F })]
    [InlineData(new byte[] { 0xF0, 0x8F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F })]
    public void A_length_that_overflows_is_refused(byte[] bytes)
    {
        byte[] file = MidiBytes.File(MidiBytes.Track([.. MidiBytes.OneNote, 0x00, .. bytes]), Plain);

        Assert.Throws<ArgumentOutOfRangeException>(() => MidiBytes.Read(file));
        Assert.Throws<ArgumentOutOfRangeException>(() => MidiBytes.Read(file, Lenient.Settings));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    [InlineData(20)]
    public void A_wrong_track_size_is_refused_or_ignored(int difference)
    {
        byte[] content = Plain[8..];
        byte[] file = MidiBytes.File(MidiBytes.Chunk("MTrk", content, (uint)(content.Length + difference)));

        Assert.Throws<InvalidChunkSizeException>(() => MidiBytes.Read(file));
        Assert.Single(Notes(MidiBytes.Read(file, Lenient.Settings)));
    }

    [Fact]
    public void A_longer_header_is_refused_or_read_by_its_first_six_bytes()
    {
        byte[] file = [.. MidiBytes.Chunk("MThd", [0, 1, 0, 1, 0, 96, 1, 2, 3, 4]), .. Plain];

        Assert.Throws<InvalidChunkSizeException>(() => MidiBytes.Read(file));
        Assert.Single(Notes(MidiBytes.Read(file, Lenient.Settings)));
    }

    [Fact]
    public void A_meta_event_too_short_for_its_type_takes_bytes_of_what_follows()
    {
        byte[] tempo = MidiBytes.Track([0x07, 0xFF, 0x51, 0x02, 0x01, 0x02, .. MidiBytes.OneNote]);
        byte[] meter = MidiBytes.Track([0x07, 0xFF, 0x58, 0x02, 0x03, 0x03, .. MidiBytes.OneNote]);
        byte[] port = MidiBytes.Track([0x07, 0xFF, 0x21, 0x00, .. MidiBytes.OneNote]);

        Assert.Throws<UnexpectedRunningStatusException>(() => MidiBytes.Events(tempo));
        var read = Assert.IsType<TimeSignatureEvent>(MidiBytes.Events(meter)[0]);
        Assert.Equal((3, 8, 24), (read.Numerator, read.Denominator, read.ClocksPerClick));
        Assert.All([meter, port], track => Assert.Equal(3, MidiBytes.Events(track).Count)); // these two types have shorter forms
    }

    [Fact]
    public void A_meta_event_too_long_for_its_type_is_read_by_its_first_bytes()
    {
        byte[] track = MidiBytes.Track([0x00, 0xFF, 0x51, 0x05, 0x07, 0xA1, 0x20, 1, 2, .. MidiBytes.OneNote]);

        Assert.Equal(500000, ((SetTempoEvent)MidiBytes.Events(track)[0]).MicrosecondsPerQuarterNote);
        Assert.Single(Notes(MidiBytes.Read(MidiBytes.File(track))));
    }

    [Fact]
    public void Garbage_after_the_last_track_loses_no_track()
    {
        byte[] file = [.. PlainFile, .. "garbage after the end"u8];

        Assert.Throws<NotEnoughBytesException>(() => MidiBytes.Read(file));
        Assert.Equal(2, Notes(MidiBytes.Read(file, Lenient.Settings)).Count());
    }

    [Fact]
    public void Garbage_too_short_for_a_chunk_is_refused_unless_only_the_declared_tracks_are_read()
    {
        byte[] file = [.. PlainFile, .. "garbage"u8];

        Assert.Throws<NotEnoughBytesException>(() => MidiBytes.Read(file, Lenient.Settings));
        Assert.Equal(2, Notes(MidiBytes.Read(file, Lenient.DeclaredTracks)).Count());
    }

    [Fact]
    public void A_meter_without_beats_is_read_but_refused_by_the_tempo_map()
    {
        MidiFile read = MidiBytes.Read(MidiBytes.File(MidiBytes.Track([0x00, 0xFF, 0x58, 0x04, 0, 2, 24, 8, .. MidiBytes.OneNote])));

        Assert.Equal(0, ((TimeSignatureEvent)read.GetTrackChunks().Single().Events.First()).Numerator);
        Assert.Single(Notes(read));
        Assert.Throws<ArgumentOutOfRangeException>(() => read.GetTempoMap());
    }

    [Fact]
    public void A_time_of_62_bits_is_read()
    {
        byte[] far = [0xBF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F];

        Assert.Equal((1L << 62) - 1, MidiBytes.Events(MidiBytes.Track([.. far, 0x90, 60, 100])).Single().DeltaTime);
    }

    [Fact]
    public void Randomly_damaged_files_are_refused_or_can_be_used()
    {
        int read = 0;
        for (int seed = 0; seed < 500; seed++)
        {
            var random = new Random(seed);
            var settings = new WritingSettings { UseRunningStatus = seed % 2 == 0 };
            byte[] bytes = MidiBytes.Write(new RandomMusic(seed).File(), settings);
            for (int i = random.Next(1, 8); i > 0; i--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);

            read += Reading.Load(bytes) is null ? 0 : 1;
            Reading.Load(bytes, Lenient.Settings);
        }
        Assert.InRange(read, 1, 499);
    }

    [Fact]
    public void Random_bytes_after_a_header_are_refused_or_can_be_used()
    {
        int read = 0;
        for (int seed = 0; seed < 500; seed++)
        {
            var bytes = new byte[200];
            new Random(seed).NextBytes(bytes);

            read += Reading.Load(MidiBytes.File(MidiBytes.Track(bytes)), Lenient.Settings) is null ? 0 : 1;
            Reading.Load(MidiBytes.File(MidiBytes.Chunk("MTrk", bytes)));
        }
        Assert.InRange(read, 0, 499);
    }

    private static IEnumerable<Note> Notes(MidiFile file) => file.GetTrackChunks().SelectMany(track => track.GetNotes());
}
