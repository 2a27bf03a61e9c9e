using ComposerPlugin.Engine;
using ComposerPlugin.Music;
using ComposerPlugin.Styles;
using ComposerPlugin.Trainer.CommandLine;

namespace ComposerPlugin.Trainer.Takes;

/// <summary>The command line options of a take. Defaults are those of the plugin and the style.</summary>
internal sealed record TakeOptions(int Bars, int Takes, uint Seed, float Temperature, float TopP, AnswerControls Musical, string Out)
{
    /// <summary>The help text of the options that both take commands have; --bars is not included, because its default differs.</summary>
    public static string Usage =>
        $"""
          --seed N        the same seed gives the same notes (default {DefaultSeed})
          --temperature N  how surprising notes may be, 0 to 10 (default {DefaultTemperature}: as trained)
          --top-p N       top-p sampling: drops the least likely choices, 0 to 1 (default: the style's, else {DefaultTopP})
          --takes N       number of takes, each with its own seed and file (default {DefaultTakes})
        {MusicalControls.Usage}
          -o FILE.mid     output file; several takes are FILE-1.mid, FILE-2.mid and so on
          --json          prints the files as JSON
        """;

    /// <summary>The default temperature: the style's own.</summary>
    public const double DefaultTemperature = 1;

    /// <summary>The top-p value of styles that have none.</summary>
    public const double DefaultTopP = 0.95;

    private const int DefaultTakes = 1;
    private const int DefaultSeed = 1;
    private const int MostBars = 512;
    private const int MostTakes = 1000;

    /// <summary>The names of the options.</summary>
    public static string[] Names { get; } =
        ["--bars", "--takes", "--seed", "--temperature", "--top-p", "--json", "--out", .. MusicalControls.Names];

    /// <summary>Reads the options.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="style">The style.</param>
    /// <param name="defaultBars">The default of --bars.</param>
    /// <exception cref="BadInputException">A value is invalid, or the output is a folder.</exception>
    public static TakeOptions Read(Arguments arguments, StyleFile style, int defaultBars)
    {
        string path = arguments.Required("--out");
        if (Directory.Exists(path))
            throw new BadInputException($"{path}: this is a folder; give -o the name of a MIDI file to write.");
        return new(
            arguments.Count("--bars", 1, MostBars) ?? defaultBars,
            arguments.Count("--takes", 1, MostTakes) ?? DefaultTakes,
            (uint)(arguments.Count("--seed", 0, int.MaxValue) ?? DefaultSeed),
            (float)(arguments.Number("--temperature", 0, 10) ?? DefaultTemperature),
            (float)(arguments.Number("--top-p", 0, 1) ?? style.Controls?.TopP ?? DefaultTopP),
            MusicalControls.Read(arguments),
            path);
    }

    /// <summary>The plugin's parameters for a take.</summary>
    /// <param name="grid">The grid of onsets.</param>
    /// <param name="take">The number of the take, from 0, which is added to the seed.</param>
    public AnswerControls Controls(Grid grid, int take) =>
        Musical with { Grid = grid, Temperature = Temperature, TopP = TopP, Seed = Seed + (uint)take };

    /// <summary>The output file of a take: FILE.mid, or FILE-1.mid and so on if there are several takes.</summary>
    public string FileOf(int take) => Takes == 1
        ? Out
        : Path.Combine(Path.GetDirectoryName(Out) ?? "", $"{Path.GetFileNameWithoutExtension(Out)}-{take + 1}{Path.GetExtension(Out)}");
}
