using System.Text.Json;
using System.Text.Json.Nodes;
using ComposerPlugin.Composing;
using ComposerPlugin.Styles;
using ComposerPlugin.Trainer.CommandLine;
using ComposerPlugin.Trainer.Corpus;
using ComposerPlugin.Trainer.Evaluation;
using ComposerPlugin.Trainer.IO;
using ComposerPlugin.Trainer.Report;
using ComposerPlugin.Trainer.Training;
using Spectre.Console;
using LoadedStyle = ComposerPlugin.Inference.LoadedStyle;

namespace ComposerPlugin.Trainer.Commands;

/// <summary>The verb <c>evaluate</c>: how well a style foretells tunes it has not met, and how what it plays compares with them.</summary>
internal static class Evaluate
{
    public static string Usage =>
        $"""
        evaluate STYLE --data DATA [OPTION…]
          --data DATA     the data set whose test tunes are foretold and continued
          --takes N       how many continuations to measure (standard {StandardTakes}); 0: none
          --report FILE   where to write the page (standard STYLE/{ReportName})
          --json          prints the figures as JSON
        """;

    private const int StandardTakes = 100;
    private const int MostTakes = 10_000;
    private const string ReportName = "report.html";

    private static readonly JsonSerializerOptions _json = new() { WriteIndented = true };

    public static void Run(Arguments arguments, IAnsiConsole console)
    {
        arguments.Allow("--data", "--takes", "--report", "--json");
        if (arguments.Paths.Count != 1)
            throw new BadInputException("evaluate: give one STYLE folder; see composer-trainer evaluate --help.");
        string folder = arguments.Paths[0];
        int most = arguments.Count("--takes", 0, MostTakes) ?? StandardTakes;
        string report = arguments.Optional("--report") ?? Path.Combine(folder, ReportName);
        if (Directory.Exists(report))
            throw new BadInputException($"{report}: there is a folder of this name; give --report the name of a file to write.");
        var style = StyleFile.Read(folder);
        var data = DataSet.Read(arguments.Required("--data"));
        if (data.Test.Count == 0)
            throw new BadInputException($"{arguments.Required("--data")}: the data set has no test tunes; prepare it from more files.");
        AtomicFile.CheckPlace(report, "give --report a file in a folder that you may write to");
        AtomicFile.CheckPlace(Path.Combine(folder, StyleFile.FileName), "evaluate a copy of the style in a folder that you may write to");
        void Say(string line)
        {
            if (!arguments.Has("--json"))
                console.WriteLine(line);
        }

        var figures = Foretelling(folder, style, data, Say);
        Say($"learning n-grams of {data.Train.Count} tunes, to compare with");
        AddBaseline(figures, NgramBaseline.Measure(data), data);
        var takes = Takes(folder, data, most, figures, Say);
        var measures = TakeMeasures.Measure(takes, [.. data.Train.Select(tune => tune.Phrase)]);
        measures.AddTo(figures);

        AtomicFile.WriteText(report, EvaluationReport.Html(style, figures, takes, measures));
        (style with { Evaluation = figures }).Write(folder);
        if (arguments.Has("--json"))
            console.WriteLine(figures.ToJsonString(_json));
        else
            Tell(figures, report, console);
    }

    // How well it foretells the test tunes. A style of kind gan gives no likelihood: it has none of these figures.
    private static JsonObject Foretelling(string folder, StyleFile style, DataSet data, Action<string> say)
    {
        if (style.Type == ModelType.Gan)
        {
            say("a style of kind gan gives no likelihood of notes: bits per note and accuracy are left out");
            return [];
        }
        using var onnx = new OnnxMelody(folder, style.Graphs);
        var tunes = data.Test.Select(tune => tune.Phrase);
        if (style.WindowBars is { } bars)
        {
            var passages = LatentScore.Measure(onnx, tunes, bars);
            var figures = new JsonObject(Bits(passages.Bits))
            {
                ["bits_per_note_latent"] = Metric.Rounded(passages.Bits.Latent),
                ["accuracy"] = Metric.Rounded(passages.Accuracy),
                ["latent_nats"] = Metric.Rounded(passages.NatsPerSegment),
                ["latent_in_use"] = passages.ActiveDimensions,
            };
            SegmentScore.AddTo(figures, folder, tunes);
            return figures;
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

    private static void AddBaseline(JsonObject figures, NgramBaseline baseline, DataSet data)
    {
        figures["bits_per_note_ngram"] = Metric.Rounded(baseline.Mixed.Total);
        figures["bits_per_note_ngram_timing"] = Metric.Rounded(baseline.Mixed.Timing);
        figures["bits_per_note_ngram_pitch"] = Metric.Rounded(baseline.Mixed.Pitch);
        figures["bits_per_note_ngram_duration"] = Metric.Rounded(baseline.Mixed.Duration);
        figures["bits_per_note_ngram_corpus"] = Metric.Rounded(baseline.CorpusOnly.Total);
        figures["test_pieces"] = data.Test.Count;
        figures["test_notes"] = data.TestNotes;
    }

    private static List<ContinuedExcerpt> Takes(string folder, DataSet data, int most, JsonObject figures, Action<string> say)
    {
        var different = Excerpt.FromTunes(data.Test, most);
        figures["takes"] = different.Count == 0 ? 0 : most;
        if (different.Count == 0)
            return [];
        say(different.Count < most ? $"continuing {different.Count} test tunes, {most} times in all" : $"continuing {most} test tunes");
        // Of few tunes each is continued several times, by other seeds.
        Excerpt[] excerpts = [.. Enumerable.Range(0, most).Select(i => different[i % different.Count])];
        var milliseconds = new List<double>();
        using var style = LoadedStyle.Load(folder);
        using var continuation = new OfflineComposer(style);
        var generated = TakeMaker.Play(continuation, style.File, excerpts, _ => { }, milliseconds);
        var baseline = new NgramModel(data, style.File.MeanVelocity);
        using var baselineContinuation = new OfflineComposer(baseline, style.File);
        var ngram = TakeMaker.Play(baselineContinuation, style.File, excerpts, excerpt => baseline.Meter = excerpt.Prompt.Meter, []);
        if (milliseconds.Count > 0)
        {
            milliseconds.Sort();
            figures["step_ms_p50"] = Metric.Rounded(milliseconds[milliseconds.Count / 2]);
            figures["step_ms_p99"] = Metric.Rounded(milliseconds[milliseconds.Count * 99 / 100]);
        }
        return [.. excerpts.Select((excerpt, i) => new ContinuedExcerpt(excerpt, generated[i], ngram[i], i < different.Count))];
    }

    private static void Tell(JsonObject figures, string report, IAnsiConsole console)
    {
        foreach (var (name, figure) in figures)
            console.WriteLine($"{name,-40} {figure?.ToJsonString()}");
        console.WriteLine($"written to style.json and {report}");
    }
}
