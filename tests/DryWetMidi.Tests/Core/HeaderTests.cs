using System.ComponentModel;
using DryWetMidi.Tests.Support;
using Melanchall.DryWetMidi.Common;
using Melanchall.DryWetMidi.Core;

namespace DryWetMidi.Tests.Core;

public class HeaderTests
{
    private static readonly byte[] Plain = MidiBytes.Track(MidiBytes.OneNote);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void A_file_of_a_known_format_is_read(int format)
    {
        var settings = new ReadingSettings { UnknownFileFormatPolicy = UnknownFileFormatPolicy.Abort };

        Assert.Single(MidiBytes.Read([.. MidiBytes.Header(format, 1, 96), .. Plain], settings).Chunks);
    }

    [Fact]
    public void A_file_of_unknown_format_is_read_or_refused()
    {
        byte[] file = [.. MidiBytes.Header(7, 1, 96), .. Plain];

        Assert.Equal(2, MidiBytes.Read(file).GetTrackChunks().Single().Events.Count);
        Assert.Throws<UnknownFileFormatException>(
            () => MidiBytes.Read(file, new ReadingSettings { UnknownFileFormatPolicy = UnknownFileFormatPolicy.Abort }));
    }

    [Fact]
    public void A_division_in_ticks_is_read()
    {
        MidiFile read = MidiBytes.Read([.. MidiBytes.Header(1, 1, 480), .. Plain]);

        Assert.Equal(480, Assert.IsType<TicksPerQuarterNoteTimeDivision>(read.TimeDivision).TicksPerQuarterNote);
    }

    [Theory]
    [InlineData(0xE828, SmpteFormat.TwentyFour, 40)]
    [InlineData(0xE750, SmpteFormat.TwentyFive, 80)]
    [InlineData(0xE304, SmpteFormat.ThirtyDrop, 4)]
    [InlineData(0xE264, SmpteFormat.Thirty, 100)]
    public void A_division_in_frames_is_read(int word, SmpteFormat format, byte resolution)
    {
        MidiFile read = MidiBytes.Read([.. MidiBytes.Header(1, 1, word), .. Plain]);

        var division = Assert.IsType<SmpteTimeDivision>(read.TimeDivision);
        Assert.Equal((format, resolution), (division.Format, division.Resolution));
    }

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

        Assert.Equal(2, MidiBytes.Read(file).Chunks.Count());
        Assert.Throws<UnexpectedTrackChunksCountException>(() => MidiBytes.Read(file, settings));
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
        Assert.Equal(2, MidiFile.Read(stream, settings).Chunks.Count());
        Assert.Equal(stream.Length, stream.Position);
    }

    [Fact]
    public void A_file_inside_a_RIFF_file_is_found()
    {
        byte[] file = MidiBytes.File(Plain);
        byte[] size = BitConverter.GetBytes(file.Length);
        byte[] riff = [.. "RIFF"u8, 0, 0, 0, 0, .. "RMID"u8, .. "data"u8, .. size, .. file];

        Assert.Equal(Description.Of(MidiBytes.Read(file)), Description.Of(MidiBytes.Read(riff)));
    }

    [Fact]
    public void A_file_without_a_header_is_refused() => Assert.Throws<NoHeaderChunkException>(() => MidiBytes.Read(Plain));
}
