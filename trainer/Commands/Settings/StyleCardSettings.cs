using System.ComponentModel;
using ComposerPlugin.Trainer.CommandLine;
using ComposerPlugin.Trainer.Styles;
using Spectre.Console.Cli;

namespace ComposerPlugin.Trainer.Commands;

/// <summary>The options that every command that writes a style has: its description and its default controls.</summary>
internal abstract class StyleCardSettings : CommandSettings
{
    [CommandOption("--name <TEXT>")]
    [Description("Name shown to musicians (default: the folder's name, or that of the source style)")]
    public string? Name { get; init; }

    [CommandOption("--description <TEXT>")]
    [Description("What the style is (default: that of the source style)")]
    public string? Description { get; init; }

    [CommandOption("--author <TEXT>")]
    [Description("Who made the style (default: that of the source style)")]
    public string? Author { get; init; }

    [CommandOption("--licence <TEXT>")]
    [Description("Licence of the style (default: that of the source style)")]
    public string? Licence { get; init; }

    [CommandOption("--temperature <N>")]
    [Description("Sampling temperature at a Surprise of 1, from 0.1 to 10 (default 1, or that of the source style)")]
    [Number(0.1, 10)]
    public Number? Temperature { get; init; }

    [CommandOption("--top-p <N>")]
    [Description("Keep the likeliest choices up to a total probability of N, from 0.01 to 1 (default 0.95, or that of the source style)")]
    [Number(0.01, 1)]
    public Number? TopP { get; init; }

    /// <summary>The card with the options that were given.</summary>
    public StyleCard Card => new(Name, Description, Author, Licence, Temperature?.Value, TopP?.Value);
}
