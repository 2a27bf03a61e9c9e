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
        for (int length = 1; length < PlainFile.Length; length++)
        {
            MidiFile? strict = Reading.Load(PlainFile[..length]);
            MidiFile? lenient = Reading.Load(PlainFile[..length], Lenient.Settings);

            Assert.Equal(length == 14 || length == 14 + Plain.Length, strict != null); // cut between two chunks: a whole file
            Assert.Equal(length >= 4, lenient != null);
            Assert.True(lenient == null || length >= 14 == (lenient.TimeDivision != null)); // the division is the header's end
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
    [InlineData("M", true)]
    [InlineData("MThd", false)]
    [InlineData("<html><body>404 Not Found</body></html>", true)]
    [InlineData("RIFF....WAVEfmt ", false)]
    public void What_is_no_MIDI_file_is_refused_and_leniently_at_most_an_empty_file(string text, bool refusedLeniently)
    {
        byte[] bytes = System.Text.Encoding.ASCII.GetBytes(text);

        Assert.Null(Reading.Load(bytes));
        MidiFile? lenient = Reading.Load(bytes, Lenient.Settings);
        Assert.Equal(refusedLeniently, lenient == null);
        Assert.Empty(lenient?.Chunks ?? []);
    }

    [Fact]
    public void A_stream_at_its_end_is_refused() => Assert.Throws<ArgumentException>(() => MidiFile.Read(new MemoryStream()));

    [Fact]
    public void An_empty_file_is_refused()
    {
        string path = Path.GetTempFileName();
        try
        {
            Assert.Throws<ArgumentException>(() => MidiFile.Read(path));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Theory]
    [InlineData("MTrk", 0xFFFFFFFF)]
    [InlineData("MTrk", 0x7FFFFFFF)]
    [InlineData("Junk", 0xFFFFFFFF)]
    public void A_huge_declared_chunk_is_refused_or_read_as_far_as_it_goes(string id, uint size)
    {
        byte[] file = MidiBytes.File(MidiBytes.Chunk(id, Plain[8..], size), Plain);

        Assert.Null(Reading.Load(file));
        Assert.NotNull(Reading.Load(file, Lenient.Settings));
    }

    [Fact]
    public void Behind_a_track_that_claims_the_rest_of_the_file_and_more_nothing_is_read()
    {
        byte[] file = MidiBytes.File(MidiBytes.Chunk("MTrk", Plain[8..], 0xFFFFFFFF), Plain);

        Assert.Equal([1], MidiBytes.Read(file, Lenient.Settings).GetTrackChunks().Select(track => track.GetNotes().Count));
    }

    [Theory]
    [InlineData(new byte[] { 0xFF, 0x01, 0x81, 0x80, 0x00 })]
    [InlineData(new byte[] { 0xFF, 0x7F, 0x81, 0x80, 0x00 })]
    [InlineData(new byte[] { 0xFF, 0x60, 0x81, 0x80, 0x00 })]
    [InlineData(new byte[] { 0xF0, 0x81, 0x80, 0x00 })]
    public void An_event_that_declares_more_than_the_file_holds_takes_the_rest_of_it(byte[] bytes)
    {
        byte[] file = MidiBytes.File(MidiBytes.Track([.. MidiBytes.OneNote, 0x00, .. bytes]), Plain);

        Assert.Null(Reading.Load(file));
        Assert.Equal(3, Reading.Load(file, Lenient.Settings)!.GetTrackChunks().Single().Events.Count);
    }

    [Theory]
    [InlineData(new byte[] { 0xFF, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F })]
    [InlineData(new byte[] { 0xF0, 0x8F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F })]
    public void A_length_that_no_number_holds_is_refused(byte[] bytes)
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
    public void A_meta_event_too_short_for_its_type_takes_bytes_of_what_follows()
    {
        byte[] tempo = MidiBytes.Track([0x07, 0xFF, 0x51, 0x02, 0x01, 0x02, .. MidiBytes.OneNote]);
        byte[] meter = MidiBytes.Track([0x07, 0xFF, 0x58, 0x02, 0x03, 0x03, .. MidiBytes.OneNote]);
        byte[] port = MidiBytes.Track([0x07, 0xFF, 0x21, 0x00, .. MidiBytes.OneNote]);

        Assert.Throws<UnexpectedRunningStatusException>(() => MidiBytes.Events(tempo));
        Assert.Equal((3, 8, 24), MidiBytes.Events(meter)[0] is TimeSignatureEvent read ? (read.Numerator, read.Denominator, read.ClocksPerClick) : default);
        Assert.All([meter, port], track => Assert.Equal(3, MidiBytes.Events(track).Count)); // these two types have shorter forms
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
    public void A_meter_without_beats_is_read_but_has_no_place_in_a_tempo_map()
    {
        MidiFile read = MidiBytes.Read(MidiBytes.File(MidiBytes.Track([0x00, 0xFF, 0x58, 0x04, 0, 2, 24, 8, .. MidiBytes.OneNote])));

        Assert.Equal(0, ((TimeSignatureEvent)read.GetTrackChunks().Single().Events[0]).Numerator);
        Assert.Single(read.GetNotes());
        Assert.Throws<ArgumentOutOfRangeException>(() => read.GetTempoMap());
    }

    [Fact]
    public void A_time_too_large_for_microseconds_is_kept_in_ticks()
    {
        byte[] far = [0xBF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F];
        MidiFile read = MidiBytes.Read(MidiBytes.File(MidiBytes.Track([.. far, 0x90, 60, 100])));

        Assert.Equal((1L << 62) - 1, read.GetTimedEvents().Single().Time);
        Assert.Throws<InvalidOperationException>(() => read.GetDuration<MetricTimeSpan>());
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
