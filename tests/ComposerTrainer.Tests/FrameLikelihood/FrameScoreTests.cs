using ComposerPlugin.FrameLikelihood;
using static TorchSharp.torch;

namespace ComposerPlugin.Trainer.Tests;

public class FrameScoreTests
{
    private const int C = FrameTunes.MiddleC;

    // After the first frame: C, nothing, C and E.
    private static readonly FrameSequence _sequence = new([FrameTunes.Of(60), FrameTunes.Of(60), default, FrameTunes.Of(60, 64)]);

    [Fact]
    public void Score_of_independent_outputs_matches_a_hand_calculation()
    {
        // The probability is 3/4 for C and 1/2 for every other key.
        using var model = Constant(FrameConfig.Independent, ("_output._keys.bias", C, Math.Log(3)));
        var score = FrameScore.Of([model], [_sequence]);
        Assert.Equal(3, score.Frames);
        Assert.Equal((87 * Math.Log(2)) - (((2 * Math.Log(0.75)) + Math.Log(0.25)) / 3), score.Nats, 1e-4);
    }

    [Fact]
    public void Score_of_autoregressive_outputs_matches_a_hand_calculation()
    {
        // C is 11 times as probable as any other possible choice.
        using var model = Constant(FrameConfig.Autoregressive, ("_output._out.bias", C, Math.Log(11)));
        double afterC = Math.Log(Frame.KeyCount - C), afterE = Math.Log(Frame.KeyCount - C - 4), first = Math.Log(Frame.KeyCount + 11);
        double chosenC = first - Math.Log(11);
        Assert.Equal(((chosenC + afterC) + first + (chosenC + afterC + afterE)) / 3, FrameScore.Of([model], [_sequence]).Nats, 1e-4);
    }

    [Fact]
    public void Frames_have_equal_weight_in_long_and_short_sequences()
    {
        using var model = Constant(FrameConfig.Independent, ("_output._keys.bias", C, Math.Log(3)));
        var other = new FrameSequence([FrameTunes.Of(60), FrameTunes.Of(60)]);
        var score = FrameScore.Of([model], [_sequence, other]);
        Assert.Equal(4, score.Frames);
        Assert.Equal((87 * Math.Log(2)) - (((3 * Math.Log(0.75)) + Math.Log(0.25)) / 4), score.Nats, 1e-4);
    }

    [Fact]
    public void An_average_uses_the_mean_of_the_probabilities()
    {
        using var one = Constant(FrameConfig.Independent, ("_output._keys.bias", C, Math.Log(3)));
        using var other = Constant(FrameConfig.Independent, ("_output._keys.bias", C, 0));
        double sounds = (0.75 + 0.5) / 2;
        Assert.Equal((87 * Math.Log(2)) - (((2 * Math.Log(sounds)) + Math.Log(1 - sounds)) / 3),
            FrameScore.Of([one, other], [_sequence]).Nats, 1e-4);
    }

    [Fact]
    public void An_average_of_transpositions_uses_neighbouring_keys()
    {
        // Transposed by a semitone, C is read as B or C sharp, whose probability is 1/2.
        using var model = Constant(FrameConfig.Independent, ("_output._keys.bias", C, Math.Log(3)));
        double sounds = (0.5 + 0.75 + 0.5) / 3;
        double beside = (0.5 + 0.25 + 0.5) / 3;    // B and C sharp are silent; one transposition reads each as C
        double edge = (1 + 0.5 + 0.5) / 3;    // one transposition moves each outermost key off the keyboard: silent
        double rest = (83 * Math.Log(2)) - (2 * Math.Log(beside)) - (2 * Math.Log(edge));
        Assert.Equal(rest - (((2 * Math.Log(sounds)) + Math.Log(1 - sounds)) / 3),
            FrameScore.Of([model], [_sequence], transpositions: 1).Nats, 1e-4);
    }

    // A model with constant predictions: all weights except one are 0.
    private static FrameModel Constant(string output, (string Name, int Index, double Value) weight)
    {
        var model = new FrameModel(new() { Inputs = FrameInputs.Plain, Output = output, Hidden = 4, OutputUnits = 3 });
        using var noGradients = no_grad();
        foreach (var (name, parameter) in model.named_parameters())
        {
            parameter.zero_();
            if (name == weight.Name)
                parameter.select(0, weight.Index).fill_(weight.Value);
        }
        return model;
    }
}
