using ComposerPlugin.FrameLikelihood;
using static TorchSharp.torch;

namespace ComposerPlugin.Trainer.Tests;

public class FrameModelTests
{
    [Theory]
    [InlineData("lstm", "plain", "independent")]
    [InlineData("gru", "plain", "autoregressive")]
    [InlineData("lstm", "matched", "autoregressive")]
    [InlineData("gru", "matched", "independent")]
    public void Later_frames_do_not_change_earlier_predictions(string type, string inputs, string output)
    {
        const int Kept = 20;
        using var scope = NewDisposeScope();
        using var model = Model(type, inputs, output);
        var frames = FrameTunes.Alternating(0, 40).Frames;
        var others = FrameTunes.Random(8, 40).Frames;
        double[] expected = LogLikelihoods(model, new(frames));
        for (int kept = 1; kept <= Kept; kept++)
        {
            // A frame's likelihood depends on the frame itself, so only those of kept frames stay the same.
            double[] changed = LogLikelihoods(model, new([.. frames.Take(kept), .. others.Skip(kept)]));
            Assert.Equal(expected[..(kept - 1)], changed[..(kept - 1)], (one, other) => Math.Abs(one - other) < 1e-4);
            Assert.NotEqual(expected[kept], changed[kept], 1e-3);
        }
    }

    [Theory]
    [InlineData("lstm", "matched", "independent")]
    [InlineData("gru", "matched", "autoregressive")]
    public void Batch_neighbours_and_padding_do_not_change_likelihoods(string type, string inputs, string output)
    {
        using var scope = NewDisposeScope();
        using var model = Model(type, inputs, output);
        FrameSequence[] sequences = [FrameTunes.Random(1, 9), FrameTunes.Random(2, 30), FrameTunes.Alternating(3)];
        double alone = sequences.Sum(sequence => LogLikelihoods(model, sequence).Sum());
        double together = model.Choices(new([.. sequences.Select(sequence => FrameSegment.Whole(sequence))], inputs)).sum().item<float>();
        Assert.Equal(alone, together, 1e-2);
    }

    // Log-likelihood of each frame except the first, in nats.
    private static double[] LogLikelihoods(FrameModel model, FrameSequence sequence)
    {
        float[] choices = model.Choices(new([FrameSegment.Whole(sequence)], model.Config.Inputs)).flatten().data<float>().ToArray();
        long[] owners = model.Config.Output == FrameConfig.Autoregressive
            ? FrameChoices.Of([.. sequence.Frames.Skip(1)], Frame.KeyCount).Owner
            : [.. Enumerable.Range(0, choices.Length).Select(i => (long)i / Frame.KeyCount)];
        double[] sums = new double[sequence.Steps];
        foreach (var (owner, choice) in owners.Zip(choices))
            sums[owner] += choice;
        return sums;
    }

    private static FrameModel Model(string type, string inputs, string output)
    {
        manual_seed(9);
        var model = new FrameModel(new() { Model = type, Inputs = inputs, Output = output, Hidden = 16, OutputUnits = 12 });
        model.eval();
        return model;
    }
}
