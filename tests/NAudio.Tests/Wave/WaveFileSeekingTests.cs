using NAudio.Tests.Support;
using NAudio.Wave;

namespace NAudio.Tests.Wave;

public class WaveFileSeekingTests
{
    private readonly WaveFileReader _reader = RiffBytes.Open(RiffBytes.File(
        RiffBytes.Chunk("LIST", new byte[31]),
        RiffBytes.Format(new WaveFormat(8000, 16, 2)),
        RiffBytes.Chunk("data", [.. Enumerable.Range(0, 4000).SelectMany(frame => BitConverter.GetBytes(frame))]),
        RiffBytes.Chunk("LIST", new byte[12])));

    [Fact]
    public void Reading_begins_at_the_first_block_and_ends_with_the_data()
    {
        Assert.Equal(0, _reader.Position);
        Assert.Equal(0, Frame());
        _reader.Position = _reader.Length - 8;
        Assert.Equal(8, _reader.Read(new byte[400], 0, 400));
        Assert.Equal(0, _reader.Read(new byte[400], 0, 400));
        Assert.False(_reader.HasData(4));
    }

    [StandInTheory]
    [InlineData(400, 100)]
    [InlineData(401, 100)]
    [InlineData(403, 100)]
    [InlineData(-7, 0)]
    [InlineData(15996, 3999)]
    public void A_position_goes_to_the_block_that_it_is_in(long position, int frame)
    {
        _reader.Position = position;

        Assert.Equal(frame * 4, _reader.Position);
        Assert.Equal(frame, Frame());
    }

    [Fact]
    public void A_position_after_the_end_is_the_end()
    {
        _reader.Position = long.MaxValue;

        Assert.Equal(_reader.Length, _reader.Position);
    }

    [Fact]
    public void Seeking_is_from_the_beginning_from_here_or_from_the_end()
    {
        Assert.Equal(40, _reader.Seek(40, SeekOrigin.Begin));
        Assert.Equal(48, _reader.Seek(8, SeekOrigin.Current));
        Assert.Equal(15992, _reader.Seek(-8, SeekOrigin.End));
        Assert.Equal(3998, Frame());
    }

    [Fact]
    public void Times_are_positions()
    {
        Assert.Equal(TimeSpan.FromSeconds(0.5), _reader.TotalTime);
        _reader.CurrentTime = TimeSpan.FromMilliseconds(125.06);

        Assert.Equal(4000, _reader.Position);
        Assert.Equal(TimeSpan.FromSeconds(0.125), _reader.CurrentTime);
        _reader.Skip(10);
        Assert.Equal(_reader.Length, _reader.Position);
        _reader.Skip(-10);
        Assert.Equal(0, _reader.Position);
    }

    [Fact]
    public void Parts_of_blocks_cannot_be_read() => Assert.Throws<ArgumentException>(() => _reader.Read(new byte[6], 0, 6));

    [Fact]
    public void A_reader_cannot_be_written_to()
    {
        Assert.False(_reader.CanWrite);
        Assert.Throws<NotSupportedException>(() => _reader.Write(new byte[4], 0, 4));
        Assert.Throws<NotSupportedException>(() => _reader.SetLength(0));
    }

    private int Frame()
    {
        var bytes = new byte[4];
        Assert.Equal(4, _reader.Read(bytes, 0, 4));
        return BitConverter.ToInt32(bytes);
    }
}
