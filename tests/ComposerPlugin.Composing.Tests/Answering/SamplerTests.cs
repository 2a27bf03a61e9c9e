namespace ComposerPlugin.Composing.Tests;

public sealed class SamplerTests
{
    private static readonly bool[] _all = [true, true, true, true];

    private readonly Sampler _sampler = new(4);

    [Fact]
    public void Draws_follow_the_probabilities()
    {
        float[] logits = [MathF.Log(0.1f), MathF.Log(0.4f), MathF.Log(0.2f), MathF.Log(0.3f)];

        var shares = Shares(logits, _all, temperature: 1, topP: 1);

        Assert.Equal(0.1, shares[0], tolerance: 0.01);
        Assert.Equal(0.4, shares[1], tolerance: 0.01);
        Assert.Equal(0.2, shares[2], tolerance: 0.01);
        Assert.Equal(0.3, shares[3], tolerance: 0.01);
    }

    [Fact]
    public void Other_classes_share_the_probability_of_masked_ones()
    {
        float[] logits = [MathF.Log(0.1f), MathF.Log(0.4f), MathF.Log(0.2f), MathF.Log(0.3f)];

        var shares = Shares(logits, [true, false, false, true], temperature: 1, topP: 1);

        Assert.Equal([0.25, 0, 0, 0.75], shares.Select(share => Math.Round(share, 2)));
    }

    [Fact]
    public void Top_p_keeps_the_likeliest_allowed_classes()
    {
        float[] logits = [MathF.Log(0.1f), MathF.Log(0.4f), MathF.Log(0.2f), MathF.Log(0.3f)];

        var shares = Shares(logits, _all, temperature: 1, topP: 0.65f);

        Assert.Equal([0, 0.57, 0, 0.43], shares.Select(share => Math.Round(share, 2)));
    }

    [Fact]
    public void Low_temperature_sharpens_and_a_high_one_flattens()
    {
        float[] logits = [0, 1, 0, 0];

        Assert.True(Shares(logits, _all, temperature: 0.5f, topP: 1)[1] > 0.7);
        Assert.InRange(Shares(logits, _all, temperature: 10, topP: 1)[1], 0.25, 0.29);
    }

    [Theory]
    [InlineData(0f)]
    [InlineData(0.001f)]
    [InlineData(-1f)]
    [InlineData(float.NaN)]
    public void Temperature_0_picks_the_likeliest_class(float temperature)
    {
        float[] logits = [0, 3, 3, 2];

        Assert.Equal(1, _sampler.Draw(logits, _all, temperature, 1, 0.99));
        Assert.Equal(3, _sampler.Draw(logits, [true, false, false, true], temperature, 1, 0.99));
    }

    [Theory]
    [InlineData(0f)]
    [InlineData(-1f)]
    public void Top_p_0_picks_the_likeliest_class(float topP)
    {
        Assert.Equal(2, _sampler.Draw([0, 1, 1.5f, 1], _all, 1, topP, 0.99));
    }

    [Fact]
    public void Top_p_of_NaN_keeps_all_classes()
    {
        Assert.Equal(0, _sampler.Draw([0, 1, 1.5f, 1], _all, 1, float.NaN, 0.9999));
    }

    [Fact]
    public void Mask_without_an_allowed_class_is_reported()
    {
        Assert.Equal(Sampler.Nothing, _sampler.Draw([0, 1, 2, 3], new bool[4], 1, 1, 0.5));
        Assert.Equal(Sampler.Nothing, _sampler.Draw([float.NaN, 1, 2, 3], [true, false, false, false], 1, 1, 0.5));
    }

    [Fact]
    public void Logits_of_NaN_are_never_drawn()
    {
        var shares = Shares([float.NaN, 0, float.PositiveInfinity, float.NegativeInfinity], _all, 1, 1);

        Assert.Equal([0, 1, 0, 0], shares);
    }

    [Fact]
    public void Huge_logits_do_not_overflow()
    {
        Assert.Equal(1, _sampler.Draw([-3e38f, 3e38f, 0, 0], _all, 0.02f, 1, 0.999));
    }

    [Fact]
    public void Equal_logits_are_ordered_by_class()
    {
        Assert.Equal([0, 1, 2, 3], new[] { 0.0, 0.26, 0.51, 0.76 }.Select(random => _sampler.Draw(new float[4], _all, 1, 1, random)));
    }

    [Fact]
    public void Drawing_allocates_nothing()
    {
        float[] logits = [1, 2, 3, 4];
        _sampler.Draw(logits, _all, 1, 0.9f, 0.5);

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1000; i++)
            _sampler.Draw(logits, _all, 1, 0.9f, i / 1000.0);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private double[] Shares(float[] logits, bool[] allowed, float temperature, float topP)
    {
        const int Draws = 10_000;
        var shares = new double[logits.Length];
        for (int i = 0; i < Draws; i++)
            shares[_sampler.Draw(logits, allowed, temperature, topP, (i + 0.5) / Draws)] += 1.0 / Draws;
        return [.. shares.Select(share => Math.Round(share, 6))];
    }
}
