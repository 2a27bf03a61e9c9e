using System.ComponentModel;
using ComposerPlugin.Styles;
using ComposerPlugin.Trainer.CommandLine;
using ComposerPlugin.Trainer.Takes;
using Spectre.Console.Cli;

namespace ComposerPlugin.Trainer.Commands;

/// <summary>The options of the commands that write takes.</summary>
internal abstract class TakeSettings : MusicalSettings
{
    protected const int MostBars = 512;
    private const int MostTakes = 1000;
    private const int DefaultTakes = 1;
    private const int DefaultSeed = 1;

    [CommandOption("-o|--out <FILE>", isRequired: true)]
    [Description("MIDI file to write; several takes become FILE-1.mid, FILE-2.mid and so on")]
    public string Out { get; init; } = "";

    [CommandOption("--takes <N>")]
    [Description("Number of takes, each with its own seed and file")]
    [DefaultValue(DefaultTakes)]
    [Number(1, MostTakes, Whole = true)]
    public Number Takes { get; init; } = new(DefaultTakes);

    [CommandOption("--seed <N>")]
    [Description("The same seed plays the same notes")]
    [DefaultValue(DefaultSeed)]
    [Number(0, int.MaxValue, Whole = true)]
    public Number Seed { get; init; } = new(DefaultSeed);

    [CommandOption("--temperature <N>")]
    [Description("How surprising notes are, from 0 to 10; 1 is the style's own setting")]
    [DefaultValue(StyleControls.DefaultTemperature)]
    [Number(0, 10)]
    public Number Temperature { get; init; } = new(StyleControls.DefaultTemperature);

    [CommandOption("--top-p <N>")]
    [Description("Keep the likeliest choices up to a total probability of N, from 0 to 1 (default: that of the style, else 0.95)")]
    [Number(0, 1)]
    public Number? TopP { get; init; }

    [CommandOption("--json")]
    [Description("Print the files as JSON")]
    public bool Json { get; init; }

    /// <summary>How takes of a style are made.</summary>
    /// <param name="style">The style.</param>
    /// <param name="bars">The length of a take in bars.</param>
    /// <exception cref="BadInputException">A value is wrong, or the file to write is a folder.</exception>
    protected TakeOptions ReadOptions(StyleFile style, Number bars)
    {
        if (Directory.Exists(Out))
            throw new BadInputException($"{Out}: this is a folder; give -o the name of a MIDI file to write.");
        return new(
            bars.Count,
            Takes.Count,
            (uint)Seed.Count,
            (float)Temperature.Value,
            (float)(TopP?.Value ?? style.Controls?.TopP ?? StyleControls.DefaultTopP),
            ReadControls(),
            Out);
    }
}
