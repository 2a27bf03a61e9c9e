using NAudio.Tests.Support;

namespace NAudio.Tests.Wave;

public class Rf64Tests
{
    private static readonly byte[] Format = RiffBytes.Format(RiffBytes.Mono16);
    private static readonly byte[] Samples = [1, 0, 2, 0, 3, 0];

    [Fact]
    public void The_length_of_the_data_comes_from_the_ds64_chunk()
    {
        byte[] data = RiffBytes.Chunk("data", [.. Samples, 9, 9, 9, 9], 0xFFFFFFFF);
        byte[] file = Rf64(RiffBytes.Ds64(1_000_000, Samples.Length, 3), Format, data);

        Assert.Equal(Samples, RiffBytes.Open(file).All());
    }

    [StandInFact]
    public void Data_longer_than_the_file_ends_with_it()
    {
        byte[] file = Rf64(RiffBytes.Ds64(1L << 40, 1L << 40, 1L << 39), Format, RiffBytes.Chunk("data", Samples, 0xFFFFFFFF));

        Assert.Equal(Samples, RiffBytes.Open(file).All());
    }

    [StandInTheory]
    [InlineData(-1, 6)]
    [InlineData(1000, -1)]
    [InlineData(long.MinValue, long.MinValue)]
    public void Negative_sizes_count_as_nothing(long fileSize, long dataSize)
    {
        byte[] file = Rf64(RiffBytes.Ds64(fileSize, dataSize, 3), Format, RiffBytes.Chunk("data", Samples, 0xFFFFFFFF));

        if (fileSize < 0)
            Assert.Throws<FormatException>(() => RiffBytes.Open(file));
        else
            Assert.Equal(0, RiffBytes.Open(file).Length);
    }

    [Fact]
    public void A_file_whose_first_chunk_is_not_ds64_is_refused()
    {
        var refusal = Assert.Throws<FormatException>(() => RiffBytes.Open(Rf64(Format, RiffBytes.Chunk("data", Samples))));

        Assert.Contains("ds64", refusal.Message);
    }

    [StandInFact]
    public void A_ds64_chunk_that_is_too_short_is_refused() => Assert.Throws<InvalidDataException>(
        () => RiffBytes.Open(Rf64(RiffBytes.Chunk("ds64", new byte[16]), Format, RiffBytes.Chunk("data", Samples))));

    private static byte[] Rf64(params byte[][] chunks) => RiffBytes.Riff("RF64", 0xFFFFFFFF, "WAVE", chunks);
}
