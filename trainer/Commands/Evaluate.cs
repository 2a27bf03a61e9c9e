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
        var data = DataSet.Read(settings.Data);
        if (data.Test.Count == 0)
            throw new BadInputException($"{settings.Data}: the data set has no test tunes; prepare it from more files.");
        OutputFile.CheckWritable(report, "give --report a file in a folder that you may write to");
        string styleFile = Path.Combine(folder, StyleFile.FileName);
        OutputFile.CheckWritable(styleFile, "evaluate a copy of the style in a folder that you may write to");
        void Log(string line)
        {
            if (!settings.Json)
                console.WriteLine(line);
        }

        var metrics = Predict(folder, style, data, Log);
        Log($"training the n-gram baseline on {data.Train.Count} tunes");
        AddBaseline(metrics, NgramBaseline.Measure(data), data);
        var (takes, form) = Takes(folder, style, data, settings.Takes.Count, metrics, Log);
        var measures = TakeMeasures.Measure(takes, [.. data.Train.Select(tune => tune.Phrase)]);
        measures.AddTo(metrics);
        FormMeasures.Measure(form).AddTo(metrics);

        AtomicFile.WriteText(report, EvaluationReport.Html(style, metrics, takes, measures));
        (style with { Evaluation = metrics }).Write(folder);
        if (settings.Json)
            console.WriteLine(metrics.ToJsonString(_json));
        else
            Print(metrics, report);
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

    // The continuations whose notes are measured, and the longer ones whose form is.
    private static (List<ContinuedExcerpt> Takes, List<ContinuedExcerpt> Form) Takes(
        string folder, StyleFile style, DataSet data, int takes, JsonObject metrics, Action<string> log)
    {
        var excerpts = ExcerptList.FromTunes(data.Test, takes, Excerpt.ContinuationBars);
        var form = ExcerptList.FromTunes(data.Test, takes, Excerpt.FormBars);
        metrics["takes"] = excerpts.Excerpts.Count;
        if (excerpts.Tunes == 0)
            return ([], []);
        log(excerpts.Tunes < takes ? $"continuing {excerpts.Tunes} test tunes, {takes} takes in all" : $"continuing {takes} test tunes");
        var controls = new TakeControls(StyleControls.DefaultTemperature, style.Controls?.TopP ?? StyleControls.DefaultTopP);
        using var maker = new TakeMaker(folder, data);
        var milliseconds = new List<double>();
        var generated = maker.Style(excerpts.Excerpts, controls, milliseconds);
        if (milliseconds.Count > 0)
        {
            milliseconds.Sort();
            metrics["step_ms_p50"] = Metric.Rounded(milliseconds[milliseconds.Count / 2]);
            metrics["step_ms_p99"] = Metric.Rounded(milliseconds[milliseconds.Count * 99 / 100]);
        }
        return (
            excerpts.With(generated, maker.Ngrams(excerpts.Excerpts, controls)),
            form.With(maker.Style(form.Excerpts, controls), maker.Ngrams(form.Excerpts, controls)));
    }

    private void Print(JsonObject metrics, string report)
    {
        foreach (var (name, metric) in metrics)
            console.WriteLine($"{name,-40} {metric?.ToJsonString()}");
        console.WriteLine($"written to style.json and {report}");
    }
}
