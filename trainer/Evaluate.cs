using System.Text.Json;
using System.Text.Json.Nodes;
using ComposerPlugin.Models;
using ComposerPlugin.Trainer.Corpus;
using ComposerPlugin.Trainer.Evaluation;
using ComposerPlugin.Trainer.Ngram;
using ComposerPlugin.Trainer.Training;
using Spectre.Console;

namespace ComposerPlugin.Trainer;

/// <summary>The verb <c>evaluate</c>: how well a style foretells tunes it has not met.</summary>
internal static class Evaluate
{
    public const string Usage = "evaluate STYLE --data DATA [--json]";

    private static readonly JsonSerializerOptions _json = new() { WriteIndented = true };

    public static void Run(Arguments arguments, IAnsiConsole console)
    {
        arguments.Allow("--data", "--json");
        if (arguments.Paths.Count != 1)
            throw new BadInputException("evaluate: give one STYLE folder; see composer-trainer evaluate --help.");
        string folder = arguments.Paths[0];
        var style = StyleFile.Read(folder);
        var data = DataSet.Read(arguments.Required("--data"));
        if (data.Test.Count == 0)
            throw new BadInputException($"{arguments.Required("--data")}: the data set has no test tunes; prepare it from more files.");
        StyleScore score;
        using (var onnx = new OnnxMelody(folder, style.Graphs))
            score = StyleScore.Of(onnx, StepRows.Of(data.Test.Select(tune => tune.Phrase)));

        var baseline = NgramBaseline.Of(data, line => { if (!arguments.Has("--json")) console.WriteLine(line); });
        var figures = Figures(score, baseline, data);
        (style with { Evaluation = figures }).Write(folder);
        if (arguments.Has("--json"))
            console.WriteLine(figures.ToJsonString(_json));
        else
            Tell(figures, console);
    }

    private static JsonObject Figures(StyleScore score, NgramBaseline baseline, DataSet data)
    {
        var bits = score.Bits;
        return new()
        {
            ["bits_per_note"] = Rounded(bits.Total),
            ["bits_per_note_timing"] = Rounded(bits.Timing),
            ["bits_per_note_pitch"] = Rounded(bits.Pitch),
            ["bits_per_note_duration"] = Rounded(bits.Duration),
            ["bits_per_note_velocity"] = Rounded(bits.Velocity),
            ["bits_per_note_ngram"] = Rounded(baseline.Mixed.Total),
            ["bits_per_note_ngram_corpus"] = Rounded(baseline.CorpusOnly.Total),
            ["accuracy_timing"] = Rounded(score.Timing.Accuracy),
            ["accuracy_pitch"] = Rounded(score.Pitch.Accuracy),
            ["accuracy_duration"] = Rounded(score.Duration.Accuracy),
            ["accuracy_velocity"] = Rounded(score.Velocity.Accuracy),
            ["test_pieces"] = data.Test.Count,
            ["test_notes"] = bits.Notes,
        };
    }

    private static double Rounded(double figure) => Math.Round(figure, 4);

    private static void Tell(JsonObject figures, IAnsiConsole console)
    {
        foreach (var (name, figure) in figures)
            console.WriteLine($"{name,-28} {figure}");
    }
}
