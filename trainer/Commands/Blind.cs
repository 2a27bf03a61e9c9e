using System.Text.Json.Nodes;
using ComposerPlugin.Engine;
using ComposerPlugin.Trainer.Blind;
using ComposerPlugin.Trainer.CommandLine;
using ComposerPlugin.Trainer.Evaluation;
using Spectre.Console;
using Spectre.Console.Cli;

namespace ComposerPlugin.Trainer.Commands;

/// <summary>
/// The command <c>blind</c>: writes pairs of continuations for a listener who does not know whose they are. <see cref="Unblind"/> counts.
/// </summary>
internal sealed class Blind(IAnsiConsole console) : Command<BlindSettings>
{
    public override int Execute(CommandContext context, BlindSettings settings, CancellationToken cancellationToken)
    {
        var folder = new BlindFolder(settings.Out);
        var form = settings.OtherForm;
        folder.CheckNew();
        var excerpts = Excerpt.FromTunes(settings.ReadData().Test, settings.Pairs.Count, Excerpt.FormBars);
        if (excerpts.Count < settings.Pairs.Count)
        {
            throw new BadInputException(
                $"{settings.Data}: {excerpts.Count} of its {settings.Part} tunes are long enough; give --pairs {excerpts.Count} or fewer.");
        }
        using var style = new BlindPlayer(settings.Style, AnswerForm.AsStyle);
        using var other = settings.Against is null ? null : new BlindPlayer(settings.Against, form);
        folder.Write(BlindPairs.Make(excerpts, settings.Seed.Count, style, other));
        if (settings.Json)
        {
            console.Profile.Out.Writer.WriteLine(
                new JsonObject { ["folder"] = settings.Out, ["pairs"] = excerpts.Count }.ToJsonString());
        }
        else
        {
            console.WriteLine($"{excerpts.Count} pairs are in {settings.Out}; write verdicts into {folder.VerdictsPath}, then unblind.");
        }
        return ExitCode.Done;
    }
}
