using ComposerPlugin.Music;
using ComposerPlugin.Styles;
using ComposerPlugin.Trainer.CommandLine;
using ComposerPlugin.Trainer.Takes;
using Spectre.Console;
using Spectre.Console.Cli;
using Grid = ComposerPlugin.Music.Grid;

namespace ComposerPlugin.Trainer.Commands;

/// <summary>The command <c>generate</c>: a style plays without a prompt, as the plugin does in Generate mode before any input.</summary>
internal sealed class Generate(IAnsiConsole console) : Command<GenerateSettings>
{
    public override int Execute(CommandContext context, GenerateSettings settings, CancellationToken cancellationToken)
    {
        var style = StyleFile.Read(settings.Style);
        var options = settings.Options(style);
        var meter = MeterOf(settings.Meter ?? (style.Meters is [var mostFrequent, ..] ? mostFrequent : Meter.Common.ToString()));
        MidiSong Song(Phrase answer) => MidiSong.Create(meter, settings.Tempo.Value, TakeWriter.Track(style.Name, answer));
        TakeWriter.Write(settings.Style, new(meter, []), Grid.Sixteenth, 0, options, Song, console, settings.Json);
        return ExitCode.Done;
    }

    private static Meter MeterOf(string text)
    {
        string[] parts = text.Split('/');
        var meter = parts.Length == 2 && int.TryParse(parts[0], out int numerator) && int.TryParse(parts[1], out int denominator)
            ? new Meter(numerator, denominator)
            : default;
        return meter.Denominator > 0 && meter.IsValid ? meter
            : throw new BadInputException(
                $"generate: --meter {text} is no meter; write it as in 6/8, with a bar no longer than two bars of 4/2.");
    }
}
