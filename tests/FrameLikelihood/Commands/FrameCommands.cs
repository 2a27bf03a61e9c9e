using ComposerPlugin.Trainer.CommandLine;

namespace ComposerPlugin.FrameLikelihood;

/// <summary>The commands of <c>frame-likelihood</c>.</summary>
internal static class FrameCommands
{
    public static readonly CommandProgram Program = new CommandProgram("frame-likelihood")
        .Add<Train, TrainSettings>("train", "Train a frame model and measure it.", "train --data JSB --out run")
        .Add<Average, AverageSettings>(
            "average", "Measure the mean of the probabilities of several runs.", "average run1 run2 --data JSB --transpositions 5");
}
