using System.ComponentModel;
using ComposerPlugin.Trainer.CommandLine;
using Spectre.Console.Cli;

namespace ComposerPlugin.FrameLikelihood;

/// <summary>The options of <see cref="Average"/>.</summary>
internal sealed class AverageSettings : FrameSettings
{
    private const int MostTranspositions = 6;

    [CommandArgument(0, "<RUN…>")]
    [Description("Folders of runs")]
    public string[] Runs { get; init; } = [];

    [CommandOption("--transpositions <N>")]
    [Description("Average also over all keys up to N semitones up and down")]
    [DefaultValue(0)]
    [Number(0, MostTranspositions, Whole = true)]
    public Number Transpositions { get; init; } = new(0);
}
