using System.Text.Json;
using System.Text.Json.Nodes;
using ComposerPlugin.Styles;
using ComposerPlugin.Trainer.CommandLine;
using ComposerPlugin.Trainer.Report;
using Spectre.Console;
using Spectre.Console.Cli;

namespace ComposerPlugin.Trainer.Commands;

/// <summary>The command <c>card</c>: prints a style's metrics as text to publish with it.</summary>
internal sealed class Card(IAnsiConsole console) : Command<CardSettings>
{
    private static readonly JsonSerializerOptions _json = new() { WriteIndented = true };

    public override int Execute(CommandContext context, CardSettings settings, CancellationToken cancellationToken)
    {
        StyleFile[] styles = [.. settings.Styles.Select(StyleFile.Read)];
        foreach (var (style, folder) in styles.Zip(settings.Styles))
        {
            if (style.Evaluation is null)
            {
                throw new BadInputException(
                    $"{folder}: this style has no metrics yet; run composer-trainer evaluate {folder} --data DATA.");
            }
        }
        // The console would wrap long lines.
        console.Profile.Out.Writer.Write(
            settings.Json ? Json(styles).ToJsonString(_json) + "\n"
            : styles.Length == 1 ? StyleCardText.Write(styles[0])
            : StyleTable.Write(styles));
        return ExitCode.Done;
    }

    private static JsonArray Json(StyleFile[] styles) =>
    [
        .. styles.Select(style => new JsonObject
        {
            ["style"] = style.Id,
            ["name"] = style.Name,
            ["kind"] = style.Type,
            ["figures"] = style.Evaluation!.DeepClone(),
        }),
    ];
}
