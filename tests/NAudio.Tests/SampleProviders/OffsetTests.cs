using NAudio.Tests.Support;
using NAudio.Wave;
using NAudio.Wave.SampleProviders;

namespace NAudio.Tests.SampleProviders;

public class OffsetTests
{
    public static TheoryData<int> BlockSizes => [1, 3, 7, 1000];

    [StandInTheory]
    [MemberData(nameof(BlockSizes))]
    public void Without_settings_all_passes_through(int block) =>
        Assert.Equal(Range(0, 20), new OffsetSampleProvider(Floats.Ramp(20, 8000, 1, pieceFrames: 6)).All(block));

    [StandInTheory]
    [MemberData(nameof(BlockSizes))]
    public void Delay_skip_take_and_lead_out_follow_each_other(int block)
    {
        var excerpt = new OffsetSampleProvider(Floats.Ramp(20_000, 8000, 1, pieceFrames: 4))
        {
            DelayBySamples = 5,
            SkipOverSamples = 10_000,
            TakeSamples = 10,
            LeadOutSamples = 4,
        };

        Assert.Equal([.. new float[5], .. Range(10_000, 10), .. new float[4]], excerpt.All(block));
    }

    [Theory]
    [MemberData(nameof(BlockSizes))]
    public void The_lead_out_begins_at_the_end_of_a_source_that_ends_early(int block)
    {
        var excerpt = new OffsetSampleProvider(Floats.Ramp(10, 8000, 1)) { SkipOverSamples = 3, TakeSamples = 100, LeadOutSamples = 2 };

        Assert.Equal([.. Range(3, 7), 0, 0], excerpt.All(block));
    }

    [Fact]
    public void A_source_that_is_skipped_as_a_whole_gives_nothing() =>
        Assert.Empty(new OffsetSampleProvider(Floats.Ramp(10, 8000, 1)) { SkipOverSamples = 20 }.All());

    [Fact]
    public void One_read_spans_all_parts()
    {
        var excerpt = new OffsetSampleProvider(Floats.Ramp(100, 8000, 1)) { DelayBySamples = 2, TakeSamples = 3, LeadOutSamples = 2 };
        var buffer = new float[9];

        Assert.Equal(7, excerpt.Read(buffer));
        Assert.Equal([0, 0, 0, 1, 2, 0, 0, 0, 0], buffer);
    }

    [StandInFact]
    public void Times_count_frames_of_all_channels()
    {
        var excerpt = new OffsetSampleProvider(Floats.Ramp(400, 100, 2))
        {
            DelayBy = TimeSpan.FromSeconds(2.5),
            Take = TimeSpan.FromSeconds(0.29),
        };

        Assert.Equal((500, 58), (excerpt.DelayBySamples, excerpt.TakeSamples));
        Assert.Equal(TimeSpan.FromSeconds(2.5), excerpt.DelayBy);
        Assert.Equal(TimeSpan.FromSeconds(0.29), excerpt.Take);
        excerpt.SkipOver = TimeSpan.FromSeconds(1);
        excerpt.LeadOut = TimeSpan.FromSeconds(0.5);
        Assert.Equal((200, 100), (excerpt.SkipOverSamples, excerpt.LeadOutSamples));
        Assert.Equal((TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(0.5)), (excerpt.SkipOver, excerpt.LeadOut));
        Assert.Equal(500 + 58 + 100, excerpt.All().Length);
    }

    [Fact]
    public void A_time_within_a_frame_counts_the_frames_before_it() =>
        Assert.Equal(2, new OffsetSampleProvider(Floats.Ramp(400, 100, 2)) { Take = TimeSpan.FromSeconds(0.0151) }.TakeSamples);

    [Fact]
    public void Skip_and_Take_make_an_excerpt()
    {
        ISampleProvider excerpt = Floats.Ramp(1000, 100, 2).Skip(TimeSpan.FromSeconds(1)).Take(TimeSpan.FromSeconds(0.02));

        Assert.Equal([200f, 201, 202, 203], excerpt.All());
        Assert.Equal(WaveFormat.CreateIeeeFloatWaveFormat(100, 2), excerpt.WaveFormat);
    }

    [StandInFact]
    public void Settings_must_be_whole_frames_and_not_negative_and_made_before_reading()
    {
        var stereo = new OffsetSampleProvider(Floats.Ramp(10, 8000, 2));

        Assert.Contains("DelayBySamples", Assert.Throws<ArgumentException>(() => stereo.DelayBySamples = 3).Message);
        Assert.Contains("SkipOverSamples", Assert.Throws<ArgumentException>(() => stereo.SkipOverSamples = 3).Message);
        Assert.Contains("TakeSamples", Assert.Throws<ArgumentException>(() => stereo.TakeSamples = 3).Message);
        Assert.Contains("LeadOutSamples", Assert.Throws<ArgumentException>(() => stereo.LeadOutSamples = 3).Message);
        Assert.ThrowsAny<ArgumentException>(() => stereo.TakeSamples = -2);
        Assert.ThrowsAny<ArgumentException>(() => stereo.Take = TimeSpan.MaxValue);
        Assert.Equal(0, stereo.TakeSamples);

        stereo.Read(new float[2]);
        Assert.Throws<InvalidOperationException>(() => stereo.DelayBySamples = 2);
        Assert.Throws<InvalidOperationException>(() => stereo.SkipOver = TimeSpan.FromSeconds(1));
        Assert.Throws<InvalidOperationException>(() => stereo.TakeSamples = 2);
        Assert.Throws<InvalidOperationException>(() => stereo.LeadOutSamples = 2);
    }

    private static float[] Range(int first, int count) => [.. Enumerable.Range(first, count).Select(i => (float)i)];
}
