using System.ComponentModel;
using ComposerPlugin.Trainer.CommandLine;
using Spectre.Console.Cli;

namespace ComposerPlugin.FrameLikelihood;

/// <summary>The options of both commands.</summary>
internal abstract class FrameSettings : CommandSettings
{
    [CommandOption("--data <FILE>", isRequired: true)]
    [Description("Piano rolls as gzipped JSON, or the beginning of the name of such a file")]
    public string Data { get; init; } = "";

    [CommandOption("--part <PART>")]
    [Description("valid or test; valid reports no metric of test, for choosing settings")]
    [DefaultValue("test")]
    public string Part { get; init; } = "test";

    [CommandOption("--json")]
    [Description("Print the metrics as JSON")]
    public bool Json { get; init; }

    /// <summary>Checks the part to measure.</summary>
    /// <exception cref="BadInputException">It is neither valid nor test.</exception>
    public void CheckPart()
    {
        if (Part is not ("valid" or "test"))
        {
            throw new BadInputException(
                $"--part {Part} is neither valid nor test; valid reports no metric of test, for choosing settings.");
        }
    }
}
