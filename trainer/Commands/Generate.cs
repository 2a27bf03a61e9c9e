using ComposerPlugin.Music;
using ComposerPlugin.Styles;
using ComposerPlugin.Trainer.CommandLine;
using ComposerPlugin.Trainer.Takes;
using Spectre.Console;
using Grid = ComposerPlugin.Music.Grid;

namespace ComposerPlugin.Trainer.Commands;

/// <summary>The verb <c>generate</c>: a style plays on its own, as the plugin would that heard nothing.</summary>
internal static class Generate
{
    public static string Usage =>
        $"""
        generate STYLE -o FILE.mid [OPTION…]
          --bars N        how many bars to play (standard {StandardBars})
          --meter N/N     the meter, such as 6/8 (standard: the style's commonest)
          --tempo N       quarter notes a minute (standard {StandardTempo})
        {TakeOptions.Usage}
        """;

    private const int StandardBars = 16;
    private const double StandardTempo = 110;
    private const double SlowestTempo = 10;
    private const double FastestTempo = 400;

    public static void Run(Arguments arguments, IAnsiConsole console)
    {
        arguments.Allow(["--meter", "--tempo", .. TakeOptions.Names]);
        if (arguments.Paths.Count != 1)
            throw new BadInputException("generate: give one STYLE folder; see composer-trainer generate --help.");
        var style = StyleFile.Read(arguments.Paths[0]);
        var options = TakeOptions.Read(arguments, style, StandardBars);
        var meter = MeterOf(arguments.Optional("--meter") ?? (style.Meters is [var commonest, ..] ? commonest : Meter.Common.ToString()));
        double tempo = arguments.Number("--tempo", SlowestTempo, FastestTempo) ?? StandardTempo;
        TakeWriter.Write(arguments.Paths[0], new(meter, []), Grid.Sixteenth, 0, options,
            answer => MidiSong.Create(meter, tempo, TakeWriter.Track(style.Name, answer)), console, arguments.Has("--json"));
    }

    private static Meter MeterOf(string text)
    {
        string[] parts = text.Split('/');
        var meter = parts.Length == 2 && int.TryParse(parts[0], out int numerator) && int.TryParse(parts[1], out int denominator)
            ? new Meter(numerator, denominator)
            : default;
        return meter.Denominator > 0 && meter.IsValid ? meter
            : throw new BadInputException($"generate: --meter {text} is no meter; write it as in 6/8, with a bar of at most two of 4/2.");
    }
}
