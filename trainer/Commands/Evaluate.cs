using System.Text.Json;
using System.Text.Json.Nodes;
using ComposerPlugin.Composing;
using ComposerPlugin.Styles;
using ComposerPlugin.Trainer.CommandLine;
using ComposerPlugin.Trainer.Corpus;
using ComposerPlugin.Trainer.Evaluation;
using ComposerPlugin.Trainer.IO;
using ComposerPlugin.Trainer.Report;
using Spectre.Console;
using Spectre.Console.Cli;
using LoadedStyle = ComposerPlugin.Inference.LoadedStyle;

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
        var takes = Takes(folder, data, settings.Takes.Count, metrics, Log);
        var measures = TakeMeasures.Measure(takes, [.. data.Train.Select(tune => tune.Phrase)]);
        measures.AddTo(metrics);

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

    private static List<ContinuedExcerpt> Takes(string folder, DataSet data, int most, JsonObject metrics, Action<string> log)
    {
        var different = Excerpt.FromTunes(data.Test, most);
        metrics["takes"] = different.Count == 0 ? 0 : most;
        if (different.Count == 0)
            return [];
        log(different.Count < most ? $"continuing {different.Count} test tunes, {most} takes in all" : $"continuing {most} test tunes");
        // If there are fewer tunes than takes, each is continued several times with different seeds.
        Excerpt[] excerpts = [.. Enumerable.Range(0, most).Select(i => different[i % different.Count])];
        var milliseconds = new List<double>();
        using var style = LoadedStyle.Load(folder);
        using var continuation = new PhraseComposer(style);
        var generated = TakeMaker.Play(continuation, style.File, excerpts, _ => { }, milliseconds);
        var baseline = new NgramModel(data, style.File.MeanVelocity);
        using var baselineComposer = new PhraseComposer(baseline, style.File);
        var ngram = TakeMaker.Play(baselineComposer, style.File, excerpts, excerpt => baseline.Meter = excerpt.Prompt.Meter, []);
        if (milliseconds.Count > 0)
        {
            milliseconds.Sort();
            metrics["step_ms_p50"] = Metric.Rounded(milliseconds[milliseconds.Count / 2]);
            metrics["step_ms_p99"] = Metric.Rounded(milliseconds[milliseconds.Count * 99 / 100]);
        }
        return [.. excerpts.Select((excerpt, i) => new ContinuedExcerpt(excerpt, generated[i], ngram[i], i < different.Count))];
    }

    private void Print(JsonObject metrics, string report)
    {
        foreach (var (name, metric) in metrics)
            console.WriteLine($"{name,-40} {metric?.ToJsonString()}");
        console.WriteLine($"written to style.json and {report}");
    }
}
