using ComposerPlugin.FrameLikelihood;
using static TorchSharp.torch;

namespace ComposerPlugin.Trainer.Tests;

public class FrameOutputTests
{
    private const int Keys = 4;
    private const int Width = 6;

    // All frames of four keys.
    private static readonly Frame[] _all = [.. Enumerable.Range(0, 1 << Keys).Select(keys => new Frame((UInt128)keys))];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_autoregressive_probabilities_of_all_frames_sum_to_one(int seed)
    {
        manual_seed(seed);
        using var scope = NewDisposeScope();
        var output = Autoregressive();
        double[] frames = Probabilities(output.Choices(SameHidden(), _all, 0));
        Assert.All(frames, probability => Assert.InRange(probability, 1e-6, 0.9));
        Assert.Equal(1, frames.Sum(), 1e-5);
    }

    [Fact]
    public void The_average_of_autoregressive_outputs_sums_to_one()
    {
        manual_seed(4);
        using var scope = NewDisposeScope();
        var hidden = SameHidden();
        var choices =
            stack([Autoregressive().Choices(hidden, _all, 0), Autoregressive().Choices(hidden, _all, 0)]).logsumexp(0) - Math.Log(2);
        Assert.Equal(1, Probabilities(choices).Sum(), 1e-5);
    }

    [Fact]
    public void The_independent_probabilities_of_all_frames_sum_to_one()
    {
        manual_seed(5);
        using var scope = NewDisposeScope();
        var choices = new IndependentOutput(Width, Keys).Choices(SameHidden(), _all, 0);
        Assert.Equal([16, Keys], choices.shape);
        Assert.Equal(1, choices.sum(1).exp().sum().item<float>(), 1e-5);
    }

    [Fact]
    public void A_transposed_independent_output_is_aligned_with_the_original_keys()
    {
        manual_seed(6);
        using var scope = NewDisposeScope();
        var output = new IndependentOutput(Width, Keys);
        var hidden = randn(1, Width);
        float[] original = output.Choices(hidden, [new(0b0110)], 0).data<float>().ToArray();
        // The model reads the frame one key higher, so its value for key k + 1 belongs to key k. The top key has no value.
        float[] above = output.Choices(hidden, [new(0b0110)], 1).data<float>().ToArray();
        Assert.Equal([original[1], original[2], original[3], 0], above);
        float[] below = output.Choices(hidden, [new(0b0110)], -1).data<float>().ToArray();
        Assert.Equal([0, original[0], original[1], original[2]], below);
    }

    [Fact]
    public void Choices_ascend_to_the_end()
    {
        var choices = FrameChoices.Of([new(0b1010), default], Keys);
        Assert.Equal([0, 0, 0, 1], choices.Owner);
        Assert.Equal([1, 3, 4, 4], choices.Choice);
        Assert.Equal([4, 1, 3, 4], choices.Latest);
        Assert.Equal([0, 0, 0, 0, 0, 1, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0], choices.Chosen);
        Assert.Equal([0, 2, 4, 0], choices.Passed.Chunk(Keys + 1).Select(row => row.Count(passed => passed)));
    }

    private static AutoregressiveOutput Autoregressive()
    {
        var output = new AutoregressiveOutput(Width, 8, 0.2, Keys);
        output.eval();
        return output;
    }

    private static Tensor SameHidden() => randn(1, Width).expand(_all.Length, Width);

    private static double[] Probabilities(Tensor choices)
    {
        double[] logs = new double[_all.Length];
        foreach (var (owner, choice) in FrameChoices.Of(_all, Keys).Owner.Zip(choices.data<float>().ToArray()))
            logs[owner] += choice;
        return [.. logs.Select(Math.Exp)];
    }
}
