using System.Globalization;
using System.Text.Json.Nodes;
using ComposerPlugin.Trainer.Blind;
using ComposerPlugin.Trainer.CommandLine;
using ComposerPlugin.Trainer.Evaluation;
using Spectre.Console;
using Spectre.Console.Cli;

namespace ComposerPlugin.Trainer.Commands;

/// <summary>The command <c>unblind</c>: says whose continuations a listener has chosen.</summary>
internal sealed class Unblind(IAnsiConsole console) : Command<UnblindSettings>
{
    private static readonly string[] _opponents = [BlindKey.People, BlindKey.Other];

    public override int Execute(CommandContext context, UnblindSettings settings, CancellationToken cancellationToken)
    {
        var all = new List<Verdict>();
        var table = new List<string>();
        foreach (string path in settings.Folders)
        {
            var folder = new BlindFolder(path);
            var verdicts = Verdict.Read(folder.VerdictsPath, folder.ReadKey());
            all.AddRange(verdicts);
            string name = Path.GetFileName(Path.TrimEndingDirectorySeparator(path));
            table.AddRange(verdicts.Select(verdict => Row(name, verdict)));
        }
        if (all.Count == 0)
            throw new BadInputException($"{settings.Folders[0]}: no pair is judged yet; write A or B after its number into verdicts.txt.");
        var shares = _opponents.Select(opponent => (Opponent: opponent, Share: WinShare.Of(all, opponent)))
            .Where(row => row.Share.Pairs > 0)
            .ToList();
        if (settings.Json)
        {
            console.Profile.Out.Writer.WriteLine(new JsonArray([.. shares.Select(row => Json(row.Opponent, row.Share))]).ToJsonString());
            return ExitCode.Done;
        }
        foreach (var (opponent, share) in shares)
            console.WriteLine($"the style won {share.Wins} of {share.Pairs} pairs against {opponent}: {Words(share)}");
        console.WriteLine("\n| test | pair | against | chosen | why |\n|---|---|---|---|---|");
        foreach (string row in table)
            console.WriteLine(row);
        return ExitCode.Done;
    }

    private static string Row(string test, Verdict verdict)
    {
        string reason = verdict.Reason.Replace("|", "\\|", StringComparison.Ordinal);
        return $"| {test} | {verdict.Key.Pair} | {verdict.Key.Opponent} | {verdict.Chosen} | {reason} |";
    }

    private static string Words(WinShare share) =>
        string.Create(CultureInfo.InvariantCulture, $"{share.Share:P0} (95 %: {share.Interval.Low:P0} to {share.Interval.High:P0})");

    private static JsonObject Json(string opponent, WinShare share) => new()
    {
        ["against"] = opponent,
        ["wins"] = share.Wins,
        ["pairs"] = share.Pairs,
        ["share"] = Metric.Rounded(share.Share),
        ["share_low"] = Metric.Rounded(share.Interval.Low),
        ["share_high"] = Metric.Rounded(share.Interval.High),
    };
}
