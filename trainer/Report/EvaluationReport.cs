using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using ComposerPlugin.Music;
using ComposerPlugin.Styles;
using ComposerPlugin.Trainer.Evaluation;

namespace ComposerPlugin.Trainer.Report;

/// <summary>Writes an evaluation as one HTML page without scripts or external files.</summary>
internal sealed class EvaluationReport
{
    private const int Rolls = 20;
    private const string Style = "style", Tunes = "tunes", Ngrams = "n-grams", PhraseAgain = "the phrase again";

    private readonly StringBuilder _html = new();
    private readonly StyleFile _style;
    private readonly JsonObject _metrics;

    private EvaluationReport(StyleFile style, JsonObject metrics) => (_style, _metrics) = (style, metrics);

    /// <summary>Creates the page.</summary>
    /// <param name="style">The style.</param>
    /// <param name="metrics">All metrics.</param>
    /// <param name="score">The continuations and their measures; may have no takes.</param>
    public static string Html(StyleFile style, JsonObject metrics, ContinuationScore score)
    {
        var report = new EvaluationReport(style, metrics);
        report.Head();
        report.Training();
        report.Continuations(score.Takes);
        report._html.Append(FormSection.Html(metrics, score));
        report.Distributions(score.Takes, score.Measures);
        report.Prediction(score.Measures);
        report.Table();
        return report._html.Append("</body>\n</html>\n").ToString();
    }

    private void Head()
    {
        string name = Text(_style.Name);
        _html.Append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n");
        _html.Append("<meta name=\"viewport\" content=\"width=device-width\"/>\n");
        _html.Append($"<title>{name}: evaluation</title>\n<style>\n{PageStyle.Sheet}\n</style>\n</head>\n<body>\n<h1>{name}</h1>\n");
        _html.Append($"<p>{Text(_style.Description ?? "")} <span class=\"faint\">{Text(_style.Type)}; ");
        _html.Append($"{Text(_style.Licence ?? "no licence given")}</span></p>\n<div class=\"tiles\">\n");
        Tile("bits_per_note", "bits per note", "bits_per_note_ngram", "n-grams");
        Tile("accuracy", "notes predicted exactly");
        Tile("overlapped_area", "overlapped area");
        Tile("continuation_f1", "continuation F1", "continuation_f1_ngram", "n-grams");
        Tile("opening_returns", "opening bars that return", "opening_returns_human", "tunes");
        Tile("bars_that_return", "bars that return", "bars_that_return_human", "tunes");
        Tile("longest_shared_run", "longest shared run", "longest_shared_run_human", "tunes");
        Tile("step_ms_p50", "ms per note");
        _html.Append("</div>\n");
    }

    private void Tile(string key, string words, string? besideKey = null, string? besideWords = null)
    {
        if (Value(key) is not { } value)
            return;
        string beside = besideKey is not null && Value(besideKey) is { } other ? $" ({Text(besideWords!)}: {Number(other)})" : "";
        _html.Append($"<div><b>{Number(value)}</b><span>{Text(words)}{beside}</span></div>\n");
    }

    private void Training()
    {
        if (_style.Training is not { } training)
            return;
        _html.Append("<h2>Training</h2>\n");
        _html.Append($"<p>{training.Pieces} tunes, {training.Notes} notes, {training.Epochs} epochs, {Number(training.Minutes)} minutes; ");
        _html.Append($"seed {training.Seed}.</p>\n<div class=\"wide\">\n");
        _html.Append(LineChart.Draw(
            "epoch", "loss, bits per note",
            ("training tunes", Losses(epoch => epoch.Train)), ("validation tunes", Losses(epoch => epoch.Valid))));
        _html.Append("</div>\n");
    }

    private List<(double, double)> Losses(Func<StyleEpoch, double?> loss)
    {
        var epochs = (_style.Training?.Losses ?? []).Where(epoch => loss(epoch) is not null);
        return [.. epochs.Select(epoch => ((double)epoch.Epoch, loss(epoch)!.Value))];
    }

    private void Continuations(IReadOnlyList<ContinuedExcerpt> takes)
    {
        if (takes.Count == 0)
            return;
        int rolls = Math.Min(Rolls, takes.Count);
        _html.Append("<h2>Continuations</h2>\n<p>The first bars of held-out tunes, the style's continuation, and the tune's own; ");
        _html.Append($"{rolls} of {takes.Count} takes.</p>\n");
        for (int i = 0; i < rolls; i++)
        {
            var take = takes[(int)((long)i * takes.Count / rolls)];
            string name = Path.GetFileNameWithoutExtension(take.Excerpt.Tune.Name);
            Roll($"{name}, {take.Prompt.Meter}", take.Prompt, (Style, "#e07b39", take.Generated));
            Roll($"{name}, original", take.Prompt, ("tune", "#4a9a5b", take.Human));
        }
    }

    private void Roll(string title, Phrase prompt, (string Name, string Colour, Phrase Phrase) continuation)
    {
        PianoRollVoice[] voices = [Voice("prompt", "#2f6fb3", prompt), Voice(continuation.Name, continuation.Colour, continuation.Phrase)];
        _html.Append($"<div class=\"roll\">\n{PianoRollSvg.Draw(title, voices, [new(0, prompt.Meter)])}</div>\n");
    }

    private static PianoRollVoice Voice(string name, string colour, Phrase phrase) =>
        new(name, colour, [.. phrase.Select(note => new MidiNote(note.Onset, note.Duration, note.Pitch, note.Velocity, 0))]);

    private void Distributions(IReadOnlyList<ContinuedExcerpt> takes, TakeMeasures measures)
    {
        if (takes.Count == 0)
            return;
        _html.Append("<h2>Style and tunes compared</h2>\n<p>The style's continuations, and the same bars of the tunes, ");
        _html.Append("as shares of each.</p>\n<div class=\"charts\">\n");
        foreach (var feature in MelodyFeature.All.Where(feature => feature.Compute(takes[0].Human).Length == 1))
        {
            _html.Append(BarChart.Histogram(feature.Title,
                (Style, [.. takes.Select(take => feature.Compute(take.Generated)[0])]),
                (Tunes, [.. takes.Select(take => feature.Compute(take.Human)[0])])));
        }
        string[] pitchClasses = [.. Enumerable.Range(0, 12).Select(number => new Pitch((byte)number).ToString().Replace("-1", ""))];
        Classes("pitch_class_histogram", pitchClasses);
        Classes("note_length_histogram", MelodyFeature.NoteValues);
        var human = measures.Measures.Where(measure => measure.Other == ComparedMeasure.Human);
        foreach (var measure in human.Where(measure => measure.Generated.Count > 0 && measure.Compared.Count > 0))
            _html.Append(BarChart.Histogram(measure.Title, (Style, measure.Generated), (Tunes, measure.Compared)));
        _html.Append("</div>\n");

        void Classes(string name, IReadOnlyList<string> labels)
        {
            var feature = MelodyFeature.Named(name);
            _html.Append(BarChart.Draw(feature.Title, labels,
                (Style, Mean([.. takes.Select(take => feature.Compute(take.Generated))])),
                (Tunes, Mean([.. takes.Select(take => feature.Compute(take.Human))]))));
        }
    }

    private static double[] Mean(double[][] histograms) =>
        [.. Enumerable.Range(0, histograms[0].Length).Select(i => histograms.Average(histogram => histogram[i]))];

    private void Prediction(TakeMeasures measures)
    {
        if (measures.F1Curve.Count == 0)
            return;
        _html.Append("<h2>Similarity to the tunes</h2>\n<div class=\"wide\">\n");
        _html.Append(LineChart.Draw("quarters after the prompt's last onset", "cardinality F1",
            (Style, [.. measures.F1Curve.Select(point => (point.Time, point.Style))]),
            (Ngrams, [.. measures.F1Curve.Select(point => (point.Time, point.Ngram))]),
            (PhraseAgain, [.. measures.F1Curve.Select(point => (point.Time, point.Phrase))])));
        _html.Append("</div>\n");
    }

    private void Table()
    {
        _html.Append("<h2>All metrics</h2>\n<table>\n");
        foreach (var (name, _) in _metrics)
            {
                string number = Value(name) is { } value ? Number(value) : "";
                _html.Append($"<tr><td>{Text(name)}</td><td>{number}</td><td>{Text(MetricMeaning.Describe(name))}</td></tr>\n");
            }
        _html.Append("</table>\n");
    }

    private double? Value(string key) =>
        _metrics[key] is JsonValue json && double.TryParse(json.ToString(), CultureInfo.InvariantCulture, out double value) ? value : null;

    private static string Number(double number) => number.ToString("0.####", CultureInfo.InvariantCulture);

    private static string Text(string words) => WebUtility.HtmlEncode(words);
}
