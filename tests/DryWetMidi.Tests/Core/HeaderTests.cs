using System.ComponentModel;
using DryWetMidi.Tests.Support;
using Melanchall.DryWetMidi.Common;
using Melanchall.DryWetMidi.Core;

namespace DryWetMidi.Tests.Core;

public class HeaderTests
{
    private static readonly byte[] Plain = MidiBytes.Track(MidiBytes.OneNote);

    [Theory]
    [InlineData(0, MidiFileFormat.SingleTrack)]
    [InlineData(1, MidiFileFormat.MultiTrack)]
    [InlineData(2, MidiFileFormat.MultiSequence)]
    public void The_format_of_the_file_is_known_afterwards(int format, MidiFileFormat expected) =>
        Assert.Equal(expected, MidiBytes.Read([.. MidiBytes.Header(format, 1, 96), .. Plain]).OriginalFormat);

    [Fact]
    public void A_file_made_in_memory_has_no_original_format() =>
        Assert.Throws<InvalidOperationException>(() => new MidiFile().OriginalFormat);

    [Fact]
    public void A_file_of_unknown_format_is_read_but_its_format_cannot_be_told()
    {
        byte[] file = [.. MidiBytes.Header(7, 1, 96), .. Plain];

        MidiFile read = MidiBytes.Read(file);

        Assert.Equal(2, read.GetTrackChunks().Single().Events.Count);
        Assert.Equal(7, Assert.Throws<UnknownFileFormatException>(() => read.OriginalFormat).FileFormat);
        Assert.Throws<UnknownFileFormatException>(
            () => MidiBytes.Read(file, new ReadingSettings { UnknownFileFormatPolicy = UnknownFileFormatPolicy.Abort }));
    }

    [Fact]
    public void A_division_in_ticks_is_read() =>
        Assert.Equal(new TicksPerQuarterNoteTimeDivision(480), MidiBytes.Read([.. MidiBytes.Header(1, 1, 480), .. Plain]).TimeDivision);

    [Theory]
    [InlineData(0xE828, SmpteFormat.TwentyFour, 40)]
    [InlineData(0xE750, SmpteFormat.TwentyFive, 80)]
    [InlineData(0xE304, SmpteFormat.ThirtyDrop, 4)]
    [InlineData(0xE264, SmpteFormat.Thirty, 100)]
    public void A_division_in_frames_is_read(int word, SmpteFormat format, byte resolution) => Assert.Equal(
        new SmpteTimeDivision(format, resolution), MidiBytes.Read([.. MidiBytes.Header(1, 1, word), .. Plain]).TimeDivision);

    [Fact]
    public void A_frame_rate_outside_the_standard_is_refused() =>
        Assert.Throws<InvalidEnumArgumentException>(() => MidiBytes.Read([.. MidiBytes.Header(0, 1, 0x8001), .. Plain]));

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_wrong_count_of_tracks_matters_only_on_request(int declared)
    {
        byte[] file = [.. MidiBytes.Header(1, declared, 96), .. Plain, .. Plain];
        var settings = new ReadingSettings { UnexpectedTrackChunksCountPolicy = UnexpectedTrackChunksCountPolicy.Abort };

        Assert.Equal(2, MidiBytes.Read(file).Chunks.Count);
        var refused = Assert.Throws<UnexpectedTrackChunksCountException>(() => MidiBytes.Read(file, settings));
        Assert.Equal((declared, 2), (refused.ExpectedCount, refused.ActualCount));
    }

    [Fact]
    public void Tracks_beyond_the_declared_count_are_skipped_on_request()
    {
        byte[] file = [.. MidiBytes.Header(1, 1, 96), .. Plain, .. Plain];

        Assert.Single(MidiBytes.Read(file, new ReadingSettings { ExtraTrackChunkPolicy = ExtraTrackChunkPolicy.Skip }).Chunks);
    }

    [Fact]
    public void Files_that_follow_each_other_in_a_stream_are_read_one_by_one()
    {
        var settings = new ReadingSettings { StopReadingOnExpectedTrackChunksCountReached = true };
        using var stream = new MemoryStream([.. MidiBytes.File(Plain), .. MidiBytes.File(Plain, MidiBytes.Track())]);

        Assert.Single(MidiFile.Read(stream, settings).Chunks);
        Assert.Equal(2, MidiFile.Read(stream, settings).Chunks.Count);
        Assert.Equal(stream.Length, stream.Position);
    }

    [Fact]
    public void A_file_inside_a_RIFF_file_is_found()
    {
        byte[] file = MidiBytes.File(Plain);
        byte[] size = BitConverter.GetBytes(file.Length);
        byte[] riff = [.. "RIFF"u8, 0, 0, 0, 0, .. "RMID"u8, .. "data"u8, .. size, .. file];

        Assert.True(MidiFile.Equals(MidiBytes.Read(file), MidiBytes.Read(riff), out string message), message);
    }

    [Fact]
    public void Without_a_header_nothing_is_read_unless_asked_otherwise()
    {
        Assert.Throws<NoHeaderChunkException>(() => MidiBytes.Read(Plain));

        MidiFile read = MidiBytes.Read(Plain, new ReadingSettings { NoHeaderChunkPolicy = NoHeaderChunkPolicy.Ignore });

        Assert.Null(read.TimeDivision);
        Assert.Equal(2, read.GetTrackChunks().Single().Events.Count);
    }
}
