using System.ComponentModel;
using ComposerPlugin.Engine;
using ComposerPlugin.Styles;
using ComposerPlugin.Trainer.CommandLine;
using ComposerPlugin.Trainer.Takes;
using Spectre.Console.Cli;

namespace ComposerPlugin.Trainer.Commands;

/// <summary>The options of <see cref="Generate"/>.</summary>
internal sealed class GenerateSettings : TakeSettings
{
    private const int DefaultBars = 16;
    private const double DefaultTempo = 110;
    private const double SlowestTempo = 10;
    private const double FastestTempo = 400;

    [CommandArgument(0, "<STYLE>")]
    [Description("Style folder")]
    public string Style { get; init; } = "";

    [CommandOption("--bars <N>")]
    [Description("Length in bars")]
    [DefaultValue(DefaultBars)]
    [Number(1, MostBars, Whole = true)]
    public Number Bars { get; init; } = new(DefaultBars);

    [CommandOption("--meter <N/N>")]
    [Description("Meter, such as 6/8 (default: the style's most frequent)")]
    public string? Meter { get; init; }

    [CommandOption("--tempo <N>")]
    [Description("Tempo in quarter notes per minute")]
    [DefaultValue(DefaultTempo)]
    [Number(SlowestTempo, FastestTempo)]
    public Number Tempo { get; init; } = new(DefaultTempo);

    /// <inheritdoc cref="TakeSettings.ReadOptions"/>
    public TakeOptions Options(StyleFile style) => ReadOptions(style, Bars) with { Piece = PieceForm.Read(Form, Bars.Count) };

    /// <inheritdoc/>
    protected override AnswerForm ReadForm() => PieceForm.Read(Form, Bars.Count) is null ? base.ReadForm() : AnswerForm.AsStyle;
}
