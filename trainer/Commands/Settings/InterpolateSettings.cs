using System.ComponentModel;
using ComposerPlugin.Trainer.CommandLine;
using Spectre.Console.Cli;

namespace ComposerPlugin.Trainer.Commands;

/// <summary>The options of <see cref="Interpolate"/>.</summary>
internal sealed class InterpolateSettings : CommandSettings
{
    private const int DefaultBetween = 7;
    private const int MostBetween = 100;

    [CommandArgument(0, "<STYLE>")]
    [Description("Folder of a vae style")]
    public string Style { get; init; } = "";

    [CommandArgument(1, "<A.mid>")]
    [Description("MIDI file to start from")]
    public string From { get; init; } = "";

    [CommandArgument(2, "<B.mid>")]
    [Description("MIDI file to end with, in the same meter")]
    public string To { get; init; } = "";

    [CommandOption("-o|--out <FILE>", isRequired: true)]
    [Description("MIDI file to write")]
    public string Out { get; init; } = "";

    [CommandOption("--between <N>")]
    [Description("Number of segments between the two ends")]
    [DefaultValue(DefaultBetween)]
    [Number(0, MostBetween, Whole = true)]
    public Number Between { get; init; } = new(DefaultBetween);

    [CommandOption("--json")]
    [Description("Print what was written as JSON")]
    public bool Json { get; init; }
}
