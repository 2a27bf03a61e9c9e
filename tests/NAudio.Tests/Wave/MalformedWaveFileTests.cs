using NAudio.Tests.Support;
using NAudio.Wave;

namespace NAudio.Tests.Wave;

public class MalformedWaveFileTests
{
    private static readonly byte[] Format = RiffBytes.Format(RiffBytes.Mono16);
    private static readonly byte[] Samples = [1, 0, 2, 0, 3, 0, 4, 0];
    private static readonly byte[] Data = RiffBytes.Chunk("data", Samples);

    [Theory]
    [InlineData("RIFX", "WAVE", "RIFF")]
    [InlineData("<htm", "WAVE", "RIFF")]
    [InlineData("RIFF", "AVI ", "WAVE")]
    public void What_is_no_WAVE_file_is_refused(string id, string type, string named)
    {
        var refusal = Assert.Throws<FormatException>(() => RiffBytes.Open(RiffBytes.Riff(id, size: null, type, Format, Data)));

        Assert.Contains(named, refusal.Message);
    }

    [Fact]
    public void A_missing_chunk_is_named()
    {
        Assert.Contains("fmt", Assert.Throws<FormatException>(() => RiffBytes.Open(RiffBytes.File(Data))).Message);
        Assert.Contains("data", Assert.Throws<FormatException>(() => RiffBytes.Open(RiffBytes.File(Format))).Message);
    }

    [Fact]
    public void A_file_cut_in_its_header_is_refused_and_one_cut_in_its_data_is_read_as_far_as_it_goes()
    {
        byte[] file = RiffBytes.File(Format, Data);
        for (int length = 0; length < file.Length; length++)
        {
            byte[] cut = file[..length];
            int left = length - 44;
            if (left < 0)
            {
                Exception? refusal = Record.Exception(() => RiffBytes.Open(cut));
                Assert.True(refusal is FormatException or EndOfStreamException, $"{length} bytes: {refusal}");
            }
            else
            {
                using WaveFileReader reader = RiffBytes.Open(cut);
                Assert.Equal(left, reader.Length);
                Assert.Equal(left / 2, reader.ToSampleProvider().All().Length);
            }
        }
    }

    [Fact]
    public void A_file_that_is_refused_is_closed()
    {
        using var file = new TemporaryFile();
        File.WriteAllText(file.Path, "some text of more than forty-four bytes, and no WAVE file");

        Assert.Throws<FormatException>(() => new WaveFileReader(file.Path));
        File.Open(file.Path, FileMode.Open, FileAccess.ReadWrite, FileShare.None).Dispose();
    }

    [Theory]
    [InlineData(0xFFFFFFFFu)]
    [InlineData(0xFFFF1000u)]
    [InlineData(9u)]
    public void Data_that_claims_more_than_there_is_ends_with_the_file(uint claimed)
    {
        using WaveFileReader reader = RiffBytes.Open(RiffBytes.File(Format, RiffBytes.Chunk("data", Samples, claimed)));

        Assert.Equal(Samples, reader.All());
    }

    [Theory]
    [InlineData(0xFFFFFFFFu)]
    [InlineData(0x7FFFFFFFu)]
    public void A_file_size_that_is_too_large_does_no_harm(uint size)
    {
        using WaveFileReader reader = RiffBytes.Open(RiffBytes.Riff("RIFF", size, "WAVE", Format, Data));

        Assert.Equal(Samples, reader.All());
    }

    [Fact]
    public void Chunks_behind_the_end_that_the_file_claims_are_not_looked_at()
    {
        uint size = (uint)(4 + Format.Length + Data.Length);
        byte[] file = RiffBytes.Riff("RIFF", size, "WAVE", Format, Data, RiffBytes.Chunk("data", new byte[2]));

        Assert.Equal(Samples.Length, RiffBytes.Open(file).Length);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Odd_chunks_may_be_padded_or_not(bool padded)
    {
        byte[] odd = RiffBytes.Chunk("odd ", [1, 2, 3], padded: padded);

        Assert.Equal(Samples, RiffBytes.Open(RiffBytes.File(odd, Format, odd, Data, odd)).All());
    }

    [Fact]
    public void The_format_may_come_after_the_data() => Assert.Equal(Samples, RiffBytes.Open(RiffBytes.File(Data, Format)).All());

    [Fact]
    public void A_chunk_that_claims_more_than_there_is_ends_the_search()
    {
        byte[] lying = RiffBytes.Chunk("junk", [0, 0], 0x7FFFFFFE);

        Assert.Equal(Samples, RiffBytes.Open(RiffBytes.File(Format, Data, lying)).All());
        Assert.Throws<FormatException>(() => RiffBytes.Open(RiffBytes.File(lying, Format, Data)));
    }

    [StandInFact]
    public void A_format_chunk_without_sense_is_refused()
    {
        Assert.Throws<InvalidDataException>(() => RiffBytes.Open(RiffBytes.File(RiffBytes.Chunk("fmt ", new byte[14]), Data)));
        Assert.Throws<InvalidDataException>(() => RiffBytes.Open(RiffBytes.File(RiffBytes.Chunk("fmt ", new byte[16], 0xFFFFFFFF), Data)));
        Assert.Throws<InvalidDataException>(() => Open(tag: 1, channels: 1, rate: 8000, blockAlign: 0, bits: 16));
        Assert.Throws<InvalidDataException>(() => Open(tag: 1, channels: 0, rate: 8000, blockAlign: 2, bits: 16));
        Assert.Throws<InvalidDataException>(() => Open(tag: 1, channels: -1, rate: 8000, blockAlign: 2, bits: 16));
        Assert.Throws<InvalidDataException>(() => Open(tag: 1, channels: 1, rate: 0, blockAlign: 2, bits: 16));
    }

    [Fact]
    public void Extra_data_of_a_format_beyond_all_measure_is_left_out()
    {
        byte[] content = [.. Format[8..], 200, 0, .. new byte[200]];
        using WaveFileReader reader = RiffBytes.Open(RiffBytes.File(RiffBytes.Chunk("fmt ", content), Data));

        Assert.Equal(RiffBytes.Mono16, reader.WaveFormat);
        Assert.Equal(0, reader.WaveFormat.ExtraSize);
        Assert.Equal(Samples, reader.All());
    }

    [Fact]
    public void What_is_neither_PCM_nor_float_opens_but_gives_no_samples()
    {
        using WaveFileReader law = Open(tag: 7, channels: 1, rate: 8000, blockAlign: 1, bits: 8);
        using WaveFileReader twelve = Open(tag: 1, channels: 1, rate: 8000, blockAlign: 2, bits: 12);
        using WaveFileReader shortExtension = Open(tag: 0xFFFE, channels: 1, rate: 8000, blockAlign: 2, bits: 16);

        Assert.Throws<ArgumentException>(() => law.ToSampleProvider());
        Assert.Throws<InvalidOperationException>(() => law.SampleCount);
        Assert.Throws<InvalidOperationException>(() => law.ReadNextSampleFrame());
        Assert.Throws<InvalidOperationException>(() => twelve.ToSampleProvider());
        Assert.Throws<ArgumentException>(() => shortExtension.ToSampleProvider());
    }

    [StandInTheory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(30000)]
    public void Blocks_that_do_not_hold_the_channels_give_no_samples(int blockAlign)
    {
        using WaveFileReader reader = Open(tag: 1, channels: 1, rate: 8000, blockAlign, bits: 16);

        Assert.Throws<InvalidOperationException>(() => reader.ToSampleProvider());
        Assert.Throws<InvalidOperationException>(() => reader.ReadNextSampleFrame());
    }

    [StandInFact]
    public void A_missing_byte_rate_leaves_the_times_right()
    {
        using WaveFileReader reader = RiffBytes.Open(
            RiffBytes.File(RiffBytes.Format(tag: 1, channels: 1, rate: 8, bytesPerSecond: 0, blockAlign: 2, bits: 16), Data));

        Assert.Equal(TimeSpan.FromSeconds(0.5), reader.TotalTime);
    }

    [StandInFact]
    public void A_last_frame_that_is_not_whole_is_left_out()
    {
        byte[] file = RiffBytes.File(RiffBytes.Format(new WaveFormat(8000, 16, 2)), RiffBytes.Chunk("data", [1, 0, 2, 0, 3, 0]));

        Assert.Equal([1 / 32768f, 2 / 32768f], RiffBytes.Open(file).ToSampleProvider().All());
        using WaveFileReader reader = RiffBytes.Open(file);
        Assert.NotNull(reader.ReadNextSampleFrame());
        Assert.Throws<InvalidDataException>(() => reader.ReadNextSampleFrame());
    }

    [StandInFact]
    public void Sizes_that_are_only_claimed_take_no_memory()
    {
        byte[] ds64 = RiffBytes.Ds64(long.MaxValue, long.MaxValue, long.MaxValue);
        byte[] file = RiffBytes.Riff("RF64", 0xFFFFFFFF, "WAVE", ds64, Format, RiffBytes.Chunk("data", Samples, 0xFFFFFFFF));
        RiffBytes.Open(file).Dispose();

        long before = GC.GetAllocatedBytesForCurrentThread();
        using WaveFileReader reader = RiffBytes.Open(file);
        float[] samples = reader.ToSampleProvider().All();

        Assert.Equal(4, samples.Length);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 200_000);
    }

    private static WaveFileReader Open(int tag, int channels, int rate, int blockAlign, int bits) =>
        RiffBytes.Open(RiffBytes.File(RiffBytes.Format(tag, channels, rate, rate * blockAlign, blockAlign, bits), Data));
}
