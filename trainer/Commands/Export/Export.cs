using System.Text.Json.Nodes;
using ComposerPlugin.Trainer.CommandLine;
using ComposerPlugin.Trainer.Training;
using Spectre.Console;
using Spectre.Console.Cli;

namespace ComposerPlugin.Trainer.Commands;

/// <summary>The command <c>export</c>: writes a checkpoint as a style, or derives a style from another.</summary>
internal sealed class Export(IAnsiConsole console) : Command<ExportSettings>
{
    public override int Execute(CommandContext context, ExportSettings settings, CancellationToken cancellationToken)
    {
        string folder = settings.Out;
        if (settings.Half && (settings.Token ?? settings.Checkpoint ?? settings.Data) is not null)
            throw new BadInputException("export: --half goes with --from alone; export the style first, then halve it.");
        double difference = settings.Half ? HalfExport.Write(Required(settings.From, "--from"), folder, settings.Card)
            : settings.From is { } from ? TokenExport.Write(from, folder, Required(settings.Token, "--token"), settings.Card, settings.Data)
            : CheckpointExport.Write(CheckpointOf(settings), folder, settings.Card, console: null, token: settings.Token);
        if (settings.Json)
            console.Profile.Out.Writer.WriteLine(new JsonObject { ["style"] = folder, ["largest_difference"] = difference }.ToJsonString());
        else
            console.WriteLine(settings.Half ? HalfExport.Report(folder, difference) : CheckpointExport.Report(folder, difference));
        return ExitCode.Done;
    }

    private static string CheckpointOf(ExportSettings settings)
    {
        if (settings.Data is not null)
            throw new BadInputException("export: --data goes with --from; a checkpoint stores range and meters of its own tunes.");
        string checkpoint = Required(settings.Checkpoint, "--checkpoint");
        return Directory.Exists(checkpoint) ? Checkpoint.Best(checkpoint) : checkpoint;
    }

    private static string Required(string? value, string option) =>
        value ?? throw new BadInputException($"export: {option} is missing; see composer-trainer export --help.");
}
