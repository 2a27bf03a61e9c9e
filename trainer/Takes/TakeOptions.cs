using ComposerPlugin.Engine;
using ComposerPlugin.Music;
using ComposerPlugin.Styles;
using ComposerPlugin.Trainer.CommandLine;

namespace ComposerPlugin.Trainer.Takes;

/// <summary>How takes are made, as the command line says; what it leaves open is as in the plugin and the style.</summary>
internal sealed record TakeOptions(int Bars, int Takes, uint Seed, float Temperature, float TopP, AnswerControls Musical, string Out)
{
    /// <summary>The options that both verbs know, explained; a number of bars is not among them, for its standard differs.</summary>
    public static string Usage =>
        $"""
          --seed N        the same seed plays the same notes (standard {DefaultSeed})
          --temperature N  how surprising notes may be, 0 to 10 (standard {DefaultTemperature}, as the style is)
          --top-p N       leaves out the unlikeliest choices, 0 to 1 (standard: the style's, else {DefaultTopP})
          --takes N       how many takes, each with a seed and a file of its own (standard {DefaultTakes})
        {MusicalControls.Usage}
          -o FILE.mid     the file to write; several takes are FILE-1.mid, FILE-2.mid and so on
          --json          prints the files as JSON
        """;

    public const double DefaultTemperature = 1;
    public const double DefaultTopP = 0.95;

    private const int DefaultTakes = 1;
    private const int DefaultSeed = 1;
    private const int MostBars = 512;
    private const int MostTakes = 1000;

    /// <summary>The options that both verbs know.</summary>
    public static string[] Names { get; } = ["--bars", "--takes", "--seed", "--temperature", "--top-p", "--json", "--out", .. MusicalControls.Names];

    public static TakeOptions Read(Arguments arguments, StyleFile style, int standardBars)
    {
        string path = arguments.Required("--out");
        if (Directory.Exists(path))
            throw new BadInputException($"{path}: there is a folder of this name; give -o the name of a MIDI file to write.");
        return new(
            arguments.Count("--bars", 1, MostBars) ?? standardBars,
            arguments.Count("--takes", 1, MostTakes) ?? DefaultTakes,
            (uint)(arguments.Count("--seed", 0, int.MaxValue) ?? DefaultSeed),
            (float)(arguments.Number("--temperature", 0, 10) ?? DefaultTemperature),
            (float)(arguments.Number("--top-p", 0, 1) ?? style.Controls?.TopP ?? DefaultTopP),
            MusicalControls.Read(arguments),
            path);
    }

    /// <summary>The plugin's controls for a take.</summary>
    /// <param name="grid">Where notes may begin.</param>
    /// <param name="take">The number of the take, from 0; each has a seed of its own.</param>
    public AnswerControls Controls(Grid grid, int take) => Musical with { Grid = grid, Temperature = Temperature, TopP = TopP, Seed = Seed + (uint)take };

    /// <summary>The file of a take: the one that was named, or, when there are several, FILE-1.mid and so on.</summary>
    public string FileOf(int take) => Takes == 1
        ? Out
        : Path.Combine(Path.GetDirectoryName(Out) ?? "", $"{Path.GetFileNameWithoutExtension(Out)}-{take + 1}{Path.GetExtension(Out)}");
}
