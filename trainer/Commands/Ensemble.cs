using System.Text.Json.Nodes;
using ComposerPlugin.Styles;
using ComposerPlugin.Trainer.CommandLine;
using ComposerPlugin.Trainer.Onnx;
using ComposerPlugin.Trainer.Proof;
using ComposerPlugin.Trainer.Styles;
using Spectre.Console;
using Spectre.Console.Cli;

namespace ComposerPlugin.Trainer.Commands;

/// <summary>The command <c>ensemble</c>: writes a style whose probabilities are the mean of those of its members.</summary>
internal sealed class Ensemble(IAnsiConsole console) : Command<EnsembleSettings>
{
    public override int Execute(CommandContext context, EnsembleSettings settings, CancellationToken cancellationToken)
    {
        string folder = settings.Out;
        if (settings.Styles.Length < 2)
            throw new BadInputException("ensemble: give two STYLE folders or more; see composer-trainer ensemble --help.");
        StyleFolder.CheckIsAnother(folder, settings.Styles);
        StyleFile[] members = [.. settings.Styles.Select(Member)];
        if (members.Any(member => member.Form?.Version != members[0].Form?.Version))
        {
            throw new BadInputException(
                "ensemble: some of the styles have form inputs and others have none; join styles of one kind, or train the others again.");
        }
        var graphs = new EnsembleGraphs(members.Zip(settings.Styles, GraphsOf));
        var style = StyleOf(members, folder, settings.Card, CommandText.Format(context.Arguments));
        double worst = StyleFolder.Replace(folder, style, unproved =>
        {
            graphs.Write(unproved, style.Graphs);
            return EnsembleProof.Check(unproved, style.Graphs, members.Zip(settings.Styles, (member, path) => (path, member.Graphs)));
        });
        if (settings.Json)
        {
            var written = new JsonObject { ["style"] = folder, ["members"] = members.Length, ["largest_difference"] = worst };
            console.Profile.Out.Writer.WriteLine(written.ToJsonString());
        }
        else
        {
            string difference = $"its probabilities differ from their mean by at most {worst:G2}";
            console.WriteLine($"style of {members.Length} members written to {folder}; {difference}");
        }
        return ExitCode.Done;
    }

    private static StyleFile Member(string folder)
    {
        var style = StyleFile.Read(folder);
        return style.Type is ModelType.Lstm or ModelType.Gru or ModelType.Ensemble
            ? style
            : throw new BadInputException(
                $"{folder}: a {style.Type} style cannot be a member of an ensemble; give lstm, gru or ensemble styles.");
    }

    private static Dictionary<string, StoredGraph> GraphsOf(StyleFile style, string folder) =>
        ModelType.RolesOf(style.Type).ToDictionary(role => role, role => StoredGraph.Read(Path.Combine(folder, style.Graphs[role])));

    private static StyleFile StyleOf(StyleFile[] members, string folder, StyleCard card, string command)
    {
        string id = StyleFolder.IdOf(folder);
        var first = members[0];
        return new()
        {
            Format = first.Format,
            Form = first.Form,
            Plan = first.Plan,
            Id = id,
            Name = card.Name ?? id,
            Description = card.Description ?? $"The mean of {string.Join(", ", members.Select(member => member.Name))}.",
            Author = card.Author ?? Joined(members.Select(member => member.Author)),
            Licence = card.Licence ?? Joined(members.Select(member => member.Licence)),
            Type = ModelType.Ensemble,
            Graphs = StyleFolder.Graphs,
            Vocabulary = StyleVocabulary.Current,
            Meters = [.. members.SelectMany(member => member.Meters ?? []).Distinct()],
            PitchRange = new()
            {
                Lowest = members.Min(member => member.PitchRange.Lowest),
                Highest = members.Max(member => member.PitchRange.Highest),
            },
            Polyphony = members.Max(member => member.Polyphony),
            MeanVelocity = Math.Round(members.Average(member => member.MeanVelocity), 1),
            Controls = card.Controls(first.Controls),
            Training = new()
            {
                Command = command,
                Pieces = members.Max(member => member.Training?.Pieces ?? 0),
                Notes = members.Max(member => member.Training?.Notes ?? 0),
                Minutes = Math.Round(members.Sum(member => member.Training?.Minutes ?? 0), 1),
            },
        };
    }

    private static string? Joined(IEnumerable<string?> texts)
    {
        string[] different = [.. texts.OfType<string>().Distinct()];
        return different.Length > 0 ? string.Join("; ", different) : null;
    }
}
