using System.Text.Json.Nodes;
using ComposerPlugin.Styles;
using ComposerPlugin.Trainer.CommandLine;
using ComposerPlugin.Trainer.Onnx;
using ComposerPlugin.Trainer.Styles;
using Spectre.Console;

namespace ComposerPlugin.Trainer.Commands;

/// <summary>The verb <c>ensemble</c>: several styles become one whose probabilities are the mean of theirs.</summary>
internal static class Ensemble
{
    public const string Usage =
        $"""
        ensemble STYLE STYLE… --out STYLE [OPTION…]
          STYLE           styles of kind lstm, gru or ensemble, two or more
          --out STYLE     the folder to write
        {StyleCard.Usage}
          --json          prints what was written as JSON
        """;

    public static void Run(Arguments arguments, IAnsiConsole console)
    {
        arguments.Allow(["--out", "--json", .. StyleCard.Options]);
        string folder = arguments.Required("--out");
        if (arguments.Paths.Count < 2)
            throw new BadInputException("ensemble: give two STYLE folders or more; see composer-trainer ensemble --help.");
        StyleFolder.CheckIsAnother(folder, arguments.Paths);
        StyleFile[] members = [.. arguments.Paths.Select(Member)];
        var graphs = new EnsembleGraphs(members.Zip(arguments.Paths, GraphsOf));
        var style = StyleOf(members, folder, StyleCard.FromArguments(arguments), arguments.Line);
        double worst = StyleFolder.Replace(folder, style, unproved =>
        {
            graphs.Write(unproved, style.Graphs);
            return EnsembleProof.Check(unproved, style.Graphs, members.Zip(arguments.Paths, (member, path) => (path, member.Graphs)));
        });
        if (arguments.Has("--json"))
            console.Profile.Out.Writer.WriteLine(new JsonObject { ["style"] = folder, ["members"] = members.Length, ["largest_difference"] = worst }.ToJsonString());
        else
            console.WriteLine($"style of {members.Length} members written to {folder}; its probabilities differ from the mean of theirs by {worst:G2} at most");
    }

    private static StyleFile Member(string folder)
    {
        var style = StyleFile.Read(folder);
        return style.Type is ModelType.Lstm or ModelType.Gru or ModelType.Ensemble
            ? style
            : throw new BadInputException($"{folder}: a style of kind {style.Type} does not keep a state of fixed size from note to note and cannot be one of an ensemble; give styles of kind lstm or gru.");
    }

    private static Dictionary<string, StoredGraph> GraphsOf(StyleFile style, string folder) =>
        ModelType.RolesOf(style.Type).ToDictionary(role => role, role => StoredGraph.Read(Path.Combine(folder, style.Graphs[role])));

    private static StyleFile StyleOf(StyleFile[] members, string folder, StyleCard card, string command)
    {
        string id = StyleFolder.IdOf(folder);
        var first = members[0];
        return new()
        {
            Id = id,
            Name = card.Name ?? id,
            Description = card.Description ?? $"The mean of {string.Join(", ", members.Select(member => member.Name))}.",
            Author = card.Author ?? Joined(members.Select(member => member.Author)),
            Licence = card.Licence ?? Joined(members.Select(member => member.Licence)),
            Type = ModelType.Ensemble,
            Graphs = StyleFolder.Graphs,
            Vocabulary = StyleVocabulary.Current,
            Meters = [.. members.SelectMany(member => member.Meters ?? []).Distinct()],
            PitchRange = new() { Lowest = members.Min(member => member.PitchRange.Lowest), Highest = members.Max(member => member.PitchRange.Highest) },
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
