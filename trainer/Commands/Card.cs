using System.Text.Json;
using System.Text.Json.Nodes;
using ComposerPlugin.Styles;
using ComposerPlugin.Trainer.CommandLine;
using ComposerPlugin.Trainer.Report;
using Spectre.Console;

namespace ComposerPlugin.Trainer.Commands;

/// <summary>The verb <c>card</c>: a style's figures as a text to go beside it.</summary>
internal static class Card
{
    public const string Usage =
        """
        card STYLE… [--json]
          STYLE           a style that was evaluated; several give one table of all
          --json          prints all figures of each style as JSON
        """;

    private static readonly JsonSerializerOptions _json = new() { WriteIndented = true };

    public static void Run(Arguments arguments, IAnsiConsole console)
    {
        arguments.Allow("--json");
        if (arguments.Paths.Count == 0)
            throw new BadInputException("card: give a STYLE folder, or several for one table of all; see composer-trainer card --help.");
        StyleFile[] styles = [.. arguments.Paths.Select(StyleFile.Read)];
        foreach (var (style, folder) in styles.Zip(arguments.Paths))
        {
            if (style.Evaluation is null)
                throw new BadInputException($"{folder}: this style has no figures yet; composer-trainer evaluate {folder} --data DATA writes them.");
        }
        // Not by the console, which would break long lines.
        console.Profile.Out.Writer.Write(
            arguments.Has("--json") ? Json(styles).ToJsonString(_json) + "\n"
            : styles.Length == 1 ? StyleCardText.Write(styles[0])
            : StyleTable.Write(styles));
    }

    private static JsonArray Json(StyleFile[] styles) =>
    [
        .. styles.Select(style => new JsonObject { ["style"] = style.Id, ["name"] = style.Name, ["kind"] = style.Type, ["figures"] = style.Evaluation!.DeepClone() }),
    ];
}
