using System.ComponentModel;
using ComposerPlugin.Engine;
using ComposerPlugin.Trainer.CommandLine;
using Spectre.Console.Cli;

namespace ComposerPlugin.Trainer.Commands;

/// <summary>The options of <see cref="Blind"/>.</summary>
internal sealed class BlindSettings : PartSettings
{
    private const int DefaultPairs = 20, MostPairs = 1000, MostSeed = 9999;

    [CommandOption("-o|--out <FOLDER>", isRequired: true)]
    [Description("Folder to write; it must not contain a blind test yet")]
    public string Out { get; init; } = "";

    [CommandOption("--against <STYLE>")]
    [Description("Style to compare with in every second pair (default: all pairs are with the tunes themselves)")]
    public string? Against { get; init; }

    [CommandOption("--against-form <FORM>")]
    [Description("Form of that style: free, style, rhythm or phrase; free plays as versions without the control did")]
    [DefaultValue("style")]
    public string AgainstForm { get; init; } = "style";

    [CommandOption("--pairs <N>")]
    [Description("Number of pairs")]
    [DefaultValue(DefaultPairs)]
    [Number(1, MostPairs, Whole = true)]
    public Number Pairs { get; init; } = new(DefaultPairs);

    [CommandOption("--seed <N>")]
    [Description("The same seed gives the same pairs")]
    [DefaultValue(1)]
    [Number(0, MostSeed, Whole = true)]
    public Number Seed { get; init; } = new(1);

    [CommandOption("--json")]
    [Description("Print the result as JSON")]
    public bool Json { get; init; }

    /// <summary>The form of the other style.</summary>
    /// <exception cref="BadInputException">There is no such form.</exception>
    public AnswerForm OtherForm => FormName.Read(AgainstForm)
        ?? throw new BadInputException($"--against-form {AgainstForm} is unknown; use {FormName.All}.");
}
