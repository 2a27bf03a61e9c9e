using System.ComponentModel;
using ComposerPlugin.Styles;
using ComposerPlugin.Trainer.CommandLine;
using ComposerPlugin.Trainer.Takes;
using Spectre.Console.Cli;

namespace ComposerPlugin.Trainer.Commands;

/// <summary>The options of <see cref="Continue"/>.</summary>
internal sealed class ContinueSettings : TakeSettings
{
    private const int DefaultBars = 4;
    private const double LongestRest = 64;

    [CommandArgument(0, "<STYLE>")]
    [Description("Style folder")]
    public string Style { get; init; } = "";

    [CommandArgument(1, "<PRIME.mid>")]
    [Description("MIDI file to continue; its first bar starts at its beginning")]
    public string Prime { get; init; } = "";

    [CommandOption("--bars <N>")]
    [Description("Length of the answer in bars")]
    [DefaultValue(DefaultBars)]
    [Number(1, MostBars, Whole = true)]
    public Number Bars { get; init; } = new(DefaultBars);

    [CommandOption("--rest <N>")]
    [Description("Rest before the answer in quarter notes")]
    [DefaultValue(0)]
    [Number(0, LongestRest)]
    public Number Rest { get; init; } = new(0);

    [CommandOption("--answer-only")]
    [Description("Omit the notes of PRIME.mid")]
    public bool AnswerOnly { get; init; }

    /// <inheritdoc cref="TakeSettings.ReadOptions"/>
    public TakeOptions Options(StyleFile style) => ReadOptions(style, Bars);
}
