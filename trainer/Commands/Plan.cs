using System.Text.Json.Nodes;
using ComposerPlugin.Styles;
using ComposerPlugin.Trainer.CommandLine;
using ComposerPlugin.Trainer.Corpus;
using ComposerPlugin.Trainer.Data;
using Spectre.Console;
using Spectre.Console.Cli;

namespace ComposerPlugin.Trainer.Commands;

/// <summary>
/// The command <c>plan</c>: counts how the bars of tunes refer to earlier ones and how their phrases end, and writes it into a style. The
/// commands <c>train</c> and <c>finetune</c> do so by themselves.
/// </summary>
internal sealed class Plan(IAnsiConsole console) : Command<PlanSettings>
{
    public override int Execute(CommandContext context, PlanSettings settings, CancellationToken cancellationToken)
    {
        var style = StyleFile.Read(settings.Style);
        Tune[] tunes = [.. settings.Data.SelectMany(folder => DataSet.Read(folder).Train)];
        var plan = CorpusFacts.PlanOf(tunes);
        plan.Write(settings.Style);
        if (settings.Json)
        {
            console.Profile.Out.Writer.WriteLine(
                new JsonObject { ["style"] = settings.Style, ["tunes"] = tunes.Length, ["contexts"] = plan.Bars.Count }.ToJsonString());
        }
        else
        {
            console.WriteLine($"{style.Name} has the form of {tunes.Length} tunes now.");
        }
        return ExitCode.Done;
    }
}
