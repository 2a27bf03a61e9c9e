using ComposerPlugin.FrameLikelihood;
using static TorchSharp.torch;

namespace ComposerPlugin.Trainer.Tests;

public class FrameScoreTests
{
    private const int C = FrameTunes.MiddleC;

    // After the first frame: C, nothing, C and E.
    private static readonly FrameSequence _sequence = new([FrameTunes.Of(60), FrameTunes.Of(60), default, FrameTunes.Of(60, 64)]);

    [Fact]
    public void Independent_outputs_give_what_a_hand_calculation_gives()
    {
        // C sounds in three of four frames, the rest in half
        using var model = Certain(FrameConfig.Independent, ("_output._keys.bias", C, Math.Log(3)));
        var score = FrameScore.Of([model], [_sequence]);
        Assert.Equal(3, score.Frames);
        Assert.Equal((87 * Math.Log(2)) - (((2 * Math.Log(0.75)) + Math.Log(0.25)) / 3), score.Nats, 1e-4);
    }

    [Fact]
    public void Autoregressive_outputs_give_what_a_hand_calculation_gives()
    {
        // C as often as 11 others, where it is possible
        using var model = Certain(FrameConfig.Autoregressive, ("_output._out.bias", C, Math.Log(11)));
        double afterC = Math.Log(Frame.KeyCount - C), afterE = Math.Log(Frame.KeyCount - C - 4), first = Math.Log(Frame.KeyCount + 11);
        double chosenC = first - Math.Log(11);
        Assert.Equal(((chosenC + afterC) + first + (chosenC + afterC + afterE)) / 3, FrameScore.Of([model], [_sequence]).Nats, 1e-4);
    }

    [Fact]
    public void Frames_count_alike_in_long_and_short_sequences()
    {
        using var model = Certain(FrameConfig.Independent, ("_output._keys.bias", C, Math.Log(3)));
        var other = new FrameSequence([FrameTunes.Of(60), FrameTunes.Of(60)]);
        var score = FrameScore.Of([model], [_sequence, other]);
        Assert.Equal(4, score.Frames);
        Assert.Equal((87 * Math.Log(2)) - (((3 * Math.Log(0.75)) + Math.Log(0.25)) / 4), score.Nats, 1e-4);
    }

    [Fact]
    public void An_average_has_the_mean_of_the_probabilities()
    {
        using var one = Certain(FrameConfig.Independent, ("_output._keys.bias", C, Math.Log(3)));
        using var other = Certain(FrameConfig.Independent, ("_output._keys.bias", C, 0));
        double sounds = (0.75 + 0.5) / 2;
        Assert.Equal((87 * Math.Log(2)) - (((2 * Math.Log(sounds)) + Math.Log(1 - sounds)) / 3),
            FrameScore.Of([one, other], [_sequence]).Nats, 1e-4);
    }

    [Fact]
    public void An_average_of_transpositions_asks_the_keys_beside()
    {
        // Where the model reads a semitone higher, C sharp stands for C, and only in half of the frames.
        using var model = Certain(FrameConfig.Independent, ("_output._keys.bias", C, Math.Log(3)));
        double sounds = (0.5 + 0.75 + 0.5) / 3;
        double beside = (0.5 + 0.25 + 0.5) / 3;    // B and C sharp are silent, though C is what they are asked as once
        double edge = (1 + 0.5 + 0.5) / 3;    // the last key of each side falls off once, and is silent there
        double rest = (83 * Math.Log(2)) - (2 * Math.Log(beside)) - (2 * Math.Log(edge));
        Assert.Equal(rest - (((2 * Math.Log(sounds)) + Math.Log(1 - sounds)) / 3),
            FrameScore.Of([model], [_sequence], transpositions: 1).Nats, 1e-4);
    }

    // A model that says the same whatever it reads: all weights are zero but one.
    private static FrameModel Certain(string output, (string Name, int Place, double Value) weight)
    {
        var model = new FrameModel(new() { Inputs = FrameInputs.Plain, Output = output, Hidden = 4, OutputUnits = 3 });
        using var noGradients = no_grad();
        foreach (var (name, parameter) in model.named_parameters())
        {
            parameter.zero_();
            if (name == weight.Name)
                parameter.select(0, weight.Place).fill_(weight.Value);
        }
        return model;
    }
}
