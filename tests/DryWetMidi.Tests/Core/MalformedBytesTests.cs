using DryWetMidi.Tests.Support;
using Melanchall.DryWetMidi.Core;
using Melanchall.DryWetMidi.Interaction;

namespace DryWetMidi.Tests.Core;

public class MalformedBytesTests
{
    private static readonly byte[] Plain = MidiBytes.Track(MidiBytes.OneNote);
    private static readonly byte[] PlainFile = MidiBytes.File(Plain, Plain);

    [Fact]
    public void A_file_cut_anywhere_is_refused_or_loaded_as_far_as_it_goes()
    {
        for (int length = 0; length < PlainFile.Length; length++)
        {
            MidiFile? strict = Reading.Load(PlainFile[..length]);
            MidiFile? lenient = Reading.Load(PlainFile[..length], Lenient.Settings);

            Assert.Equal(length == 14 || length == 14 + Plain.Length, strict != null); // cut between two chunks: a whole file
            Assert.Equal(length >= 14, lenient != null);
        }
    }

    [Fact]
    public void What_was_read_before_the_cut_is_kept()
    {
        byte[] cut = PlainFile[..(14 + 8 + 6)];

        Assert.Throws<NotEnoughBytesException>(() => MidiBytes.Read(cut));
        Assert.IsType<NoteOnEvent>(MidiBytes.Read(cut, Lenient.Settings).GetTrackChunks().Single().Events.Single());
    }

    [Theory]
    [InlineData("")]
    [InlineData("M")]
    [InlineData("MThd")]
    [InlineData("<html><body>404 Not Found</body></html>")]
    [InlineData("RIFF....WAVEfmt ")]
    public void What_is_no_MIDI_file_is_refused(string text)
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
    public void A_huge_declared_chunk_takes_no_more_memory_than_its_bytes(string id, uint size)
    {
        byte[] file = MidiBytes.File(MidiBytes.Chunk(id, Plain[8..], size), Plain);

        Assert.Null(Reading.Load(file));
        Assert.NotNull(Reading.Load(file, Lenient.Settings));
    }

    [Fact]
    public void Behind_a_track_that_claims_the_rest_of_the_file_and_more_the_next_track_is_found()
    {
        byte[] file = MidiBytes.File(MidiBytes.Chunk("MTrk", Plain[8..], 0xFFFFFFFF), Plain);

        Assert.Equal([1, 1], MidiBytes.Read(file, Lenient.Settings).GetTrackChunks().Select(track => track.GetNotes().Count));
    }

    [Theory]
    [InlineData(new byte[] { 0xFF, 0x01, 0xFF, 0xFF, 0xFF, 0x7F })]
    [InlineData(new byte[] { 0xFF, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F })]
    [InlineData(new byte[] { 0xF0, 0x8F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F })]
    public void An_event_that_declares_more_than_the_file_holds_ends_the_reading(byte[] bytes)
    {
        byte[] file = MidiBytes.File(MidiBytes.Track([.. MidiBytes.OneNote, 0x00, .. bytes]), Plain);

        Assert.Null(Reading.Load(file));
        Assert.Equal(2, Reading.Load(file, Lenient.Settings)!.GetTrackChunks().Single().Events.Count);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    [InlineData(20)]
    public void A_wrong_track_size_is_refused_or_ignored(int difference)
    {
        byte[] content = Plain[8..];
        byte[] file = MidiBytes.File(MidiBytes.Chunk("MTrk", content, (uint)(content.Length + difference)));

        var refused = Assert.Throws<InvalidChunkSizeException>(() => MidiBytes.Read(file));
        Assert.Equal(("MTrk", content.Length + difference), (refused.ChunkId, refused.ExpectedSize));
        Assert.Single(MidiBytes.Read(file, Lenient.Settings).GetNotes());
    }

    [Fact]
    public void A_longer_header_is_refused_or_read_by_its_first_six_bytes()
    {
        byte[] file = [.. MidiBytes.Chunk("MThd", [0, 1, 0, 1, 0, 96, 1, 2, 3, 4]), .. Plain];

        Assert.Throws<InvalidChunkSizeException>(() => MidiBytes.Read(file));
        Assert.Single(MidiBytes.Read(file, Lenient.Settings).GetNotes());
    }

    [Fact]
    public void A_meta_event_too_short_for_its_type_is_refused_or_left_out_with_its_time_kept()
    {
        byte[] track = MidiBytes.Track([0x07, 0xFF, 0x51, 0x02, 0x01, 0x02, .. MidiBytes.OneNote]);

        Assert.Throws<NotEnoughBytesException>(() => MidiBytes.Events(track));
        Assert.Equal(7, MidiBytes.Read(MidiBytes.File(track), Lenient.Settings).GetNotes().Single().Time);
    }

    [Fact]
    public void A_meta_event_too_long_for_its_type_is_read_by_its_first_bytes()
    {
        byte[] track = MidiBytes.Track([0x00, 0xFF, 0x51, 0x05, 0x07, 0xA1, 0x20, 1, 2, .. MidiBytes.OneNote]);

        Assert.Equal(500000, ((SetTempoEvent)MidiBytes.Events(track)[0]).MicrosecondsPerQuarterNote);
        Assert.Single(MidiBytes.Read(MidiBytes.File(track)).GetNotes());
    }

    [Fact]
    public void Garbage_behind_the_last_track_costs_nothing_but_itself()
    {
        byte[] file = [.. PlainFile, .. "garbage after the end"u8];

        Assert.Throws<NotEnoughBytesException>(() => MidiBytes.Read(file));
        Assert.Equal(2, MidiBytes.Read(file, Lenient.Settings).GetNotes().Count);
    }

    [Fact]
    public void Times_too_large_to_add_up_stay_at_the_largest()
    {
        byte[] farthest = [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F];
        byte[] file = MidiBytes.File(MidiBytes.Track([.. farthest, 0x90, 60, 100, .. farthest, 0x80, 60, 0]));

        Note note = Reading.Load(file)!.GetNotes().Single();

        Assert.Equal((long.MaxValue, 0), (note.Time, note.Length));
    }

    [Fact]
    public void A_division_of_zero_and_a_meter_without_beats_are_lived_with()
    {
        byte[] track = MidiBytes.Track([0x00, 0xFF, 0x58, 0x04, 0, 2, 24, 8, .. MidiBytes.OneNote]);
        byte[] file = [.. MidiBytes.Header(1, 1, 0), .. track];

        MidiFile read = Reading.Load(file)!;

        Assert.Empty(read.GetTempoMap().GetTimeSignatureChanges());
        Assert.Single(read.GetNotes());
    }

    [Fact]
    public void Random_damage_to_random_files_never_gets_past_the_reader()
    {
        for (int seed = 0; seed < 500; seed++)
        {
            var random = new Random(seed);
            var settings = new WritingSettings { UseRunningStatus = seed % 2 == 0 };
            byte[] bytes = MidiBytes.Write(new RandomMusic(seed).File(), settings: settings);
            for (int i = random.Next(1, 8); i > 0; i--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);

            Reading.Load(bytes);
            Reading.Load(bytes, Lenient.Settings);
        }
    }

    [Fact]
    public void Random_bytes_behind_a_header_never_get_past_the_reader()
    {
        for (int seed = 0; seed < 500; seed++)
        {
            var bytes = new byte[200];
            new Random(seed).NextBytes(bytes);

            Reading.Load(MidiBytes.File(MidiBytes.Track(bytes)), Lenient.Settings);
            Reading.Load(MidiBytes.File(MidiBytes.Chunk("MTrk", bytes)));
        }
    }
}
