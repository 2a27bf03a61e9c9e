using System.Text.Json;
using System.Text.Json.Nodes;
using ComposerPlugin.Styles;
using ComposerPlugin.Trainer.CommandLine;
using ComposerPlugin.Trainer.Corpus;
using ComposerPlugin.Trainer.Evaluation;
using ComposerPlugin.Trainer.IO;
using ComposerPlugin.Trainer.Report;
using Spectre.Console;
using Spectre.Console.Cli;

namespace ComposerPlugin.Trainer.Commands;

/// <summary>
/// The command <c>evaluate</c>: measures how well a style predicts unseen tunes, and compares its continuations with them.
/// </summary>
internal sealed class Evaluate(IAnsiConsole console) : Command<EvaluateSettings>
{
    private static readonly JsonSerializerOptions _json = new() { WriteIndented = true };

    public override int Execute(CommandContext context, EvaluateSettings settings, CancellationToken cancellationToken)
    {
        string folder = settings.Style, report = settings.ReportPath;
        if (Directory.Exists(report))
            throw new BadInputException($"{report}: this is a folder; give --report the name of a file to write.");
        var style = StyleFile.Read(folder);
        var own = TakeControls.Of(style);
        var trials = settings.ReadTrials(own);
        var data = settings.ReadData();
        bool isStored = !settings.IsTrial, hasReport = isStored || settings.Report is not null;
        if (hasReport)
            OutputFile.CheckWritable(report, "give --report a file in a folder that you may write to");
        string styleFile = Path.Combine(folder, StyleFile.FileName);
        if (isStored)
            OutputFile.CheckWritable(styleFile, "evaluate a copy of the style in a folder that you may write to");
        void Log(string line)
        {
            if (!settings.Json)
                console.WriteLine(line);
        }

        var prediction = Predict(folder, style, data, Log);
        Log($"training the n-gram baseline on {data.Train.Count} tunes");
        AddBaseline(prediction, NgramBaseline.Measure(data), data);
        using var test = new ContinuationTest(folder, data, settings.Takes.Count, own, Log);
        var scores = new List<JsonObject>();
        foreach (var controls in trials)
        {
            var metrics = prediction.DeepClone().AsObject();
            if (settings.IsTrial)
                controls.AddTo(metrics);
            var score = test.Measure(controls);
            score.AddTo(metrics);
            if (scores.Count == 0 && hasReport)
                AtomicFile.WriteText(report, EvaluationReport.Html(style, metrics, score));
            scores.Add(metrics);
        }
        if (isStored)
            (style with { Evaluation = scores[0] }).Write(folder);
        if (settings.Json)
            console.WriteLine((scores.Count == 1 ? (JsonNode)scores[0] : new JsonArray([.. scores])).ToJsonString(_json));
        else
            Print(scores, isStored ? $"style.json and {report}" : hasReport ? report : null);
        return ExitCode.Done;
    }

    // The likelihood of the test tunes. A gan gives none, so it has none of these metrics.
    private static JsonObject Predict(string folder, StyleFile style, DataSet data, Action<string> log)
    {
        if (style.Type == ModelType.Gan)
        {
            log("a gan style gives no likelihood of notes: bits per note and accuracy are omitted");
            return [];
        }
        using var onnx = new OnnxMelody(folder, style.Graphs);
        var tunes = data.Test.Select(tune => tune.Phrase);
        if (style.WindowBars is { } bars)
        {
            var segments = LatentScore.Measure(onnx, tunes, bars);
            var metrics = new JsonObject(Bits(segments.Bits))
            {
                ["bits_per_note_latent"] = Metric.Rounded(segments.Bits.Latent),
                ["accuracy"] = Metric.Rounded(segments.Accuracy),
                ["latent_nats"] = Metric.Rounded(segments.NatsPerSegment),
                ["latent_in_use"] = segments.ActiveDimensions,
            };
            SegmentScore.AddTo(metrics, folder, tunes);
            return metrics;
        }
        var score = StyleScore.Measure(onnx, tunes);
        return new(Bits(score.Bits))
        {
            ["accuracy"] = Metric.Rounded(NoteAccuracy.Compute(score.Timing, score.Pitch, score.Duration)),
            ["accuracy_timing"] = Metric.Rounded(score.Timing.Accuracy),
            ["accuracy_pitch"] = Metric.Rounded(score.Pitch.Accuracy),
            ["accuracy_duration"] = Metric.Rounded(score.Duration.Accuracy),
            ["accuracy_velocity"] = Metric.Rounded(score.Velocity.Accuracy),
        };
    }

    private static Dictionary<string, JsonNode?> Bits(BitsPerNote bits) => new()
    {
        ["bits_per_note"] = Metric.Rounded(bits.Total),
        ["bits_per_note_timing"] = Metric.Rounded(bits.Timing),
        ["bits_per_note_pitch"] = Metric.Rounded(bits.Pitch),
        ["bits_per_note_duration"] = Metric.Rounded(bits.Duration),
        ["bits_per_note_velocity"] = Metric.Rounded(bits.Velocity),
    };

    private static void AddBaseline(JsonObject metrics, NgramBaseline baseline, DataSet data)
    {
        metrics["bits_per_note_ngram"] = Metric.Rounded(baseline.Mixed.Total);
        metrics["bits_per_note_ngram_timing"] = Metric.Rounded(baseline.Mixed.Timing);
        metrics["bits_per_note_ngram_pitch"] = Metric.Rounded(baseline.Mixed.Pitch);
        metrics["bits_per_note_ngram_duration"] = Metric.Rounded(baseline.Mixed.Duration);
        metrics["bits_per_note_ngram_corpus"] = Metric.Rounded(baseline.CorpusOnly.Total);
        metrics["test_pieces"] = data.Test.Count;
        metrics["test_notes"] = data.TestNotes;
    }

    // One column for each pair of controls.
    private void Print(IReadOnlyList<JsonObject> scores, string? written)
    {
        foreach (string name in scores.SelectMany(metrics => metrics.Select(metric => metric.Key)).Distinct())
        {
            var values = scores.Select(metrics => $"{metrics[name]?.ToJsonString(),-8}");
            console.WriteLine($"{name,-40} {string.Join(' ', values)}".TrimEnd());
        }
        if (written is not null)
            console.WriteLine($"written to {written}");
    }
}
