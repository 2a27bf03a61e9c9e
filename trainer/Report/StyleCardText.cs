using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using ComposerPlugin.Styles;
using ComposerPlugin.Trainer.Evaluation;

namespace ComposerPlugin.Trainer.Report;

/// <summary>A style's figures as Markdown tables.</summary>
internal sealed class StyleCardText
{
    private readonly StringBuilder _text = new();
    private readonly JsonObject _metrics;

    private StyleCardText(StyleFile style) => _metrics = style.Evaluation ?? [];

    /// <summary>The tables of a style that was evaluated.</summary>
    public static string Write(StyleFile style)
    {
        var card = new StyleCardText(style);
        card.Prediction(style.Kind);
        card.Passages();
        card.Takes();
        card.Speed(style.Training);
        return card._text.ToString();
    }

    private void Prediction(string kind)
    {
        if (!Has("bits_per_note"))
            return;
        Line($"| on {Whole("test_pieces")} test tunes ({Whole("test_notes")} notes) of families that it has not met | bits per note |");
        Line("|---|---|");
        // A passage's notes are foretold from its latent alone, a tune's from all that came before.
        string what = kind == ModelType.Vae ? "this style, an upper bound, of passages that begin from nothing heard" : "this style";
        string latent = Has("bits_per_note_latent") ? $" + latent {Text("bits_per_note_latent")}" : "";
        Line($"| {what}: timing {Text("bits_per_note_timing")} + pitch {Text("bits_per_note_pitch")} + duration {Text("bits_per_note_duration")}{latent} | **{Text("bits_per_note")}** |");
        if (kind != ModelType.Vae)
        {
            Line($"| n-grams from the corpus and the tune so far, twelve chains mixed | {Text("bits_per_note_ngram")} |");
            Line($"| n-grams from the corpus | {Text("bits_per_note_ngram_corpus")} |");
        }
        Line("");
    }

    private void Passages()
    {
        if (!Has("reconstruction_steps"))
            return;
        Line($"Of {Whole("passages")} held-out passages played again from their latents {Percent("reconstruction_steps")} of the sixteenths are as they were; "
            + $"on the way from one to another {Percent("interpolation_rising")} of the steps do not turn back.");
        Line("");
    }

    private void Takes()
    {
        if (!Has("overlapped_area"))
            return;
        Line($"| {Whole("takes")} continuations of test tunes, 8 bars each | this style | people (95 % interval of the mean); nine tenths of them | n-grams (95 % interval) |");
        Line("|---|---|---|---|");
        Line($"| overlapped area with people, mean of nine features | {Text("overlapped_area")} | | |");
        foreach (var (title, key) in ((string, string)[])[("pitch in scale", "pitch_in_scale"), ("groove", "groove"), ("contour distance from the prompt", "contour_distance_prompt")])
            Line($"| {title} | {Text(key)} | {People(key)} | |");
        Line($"| longest run shared with a training tune, notes | {Text("longest_shared_run")}, at most {Whole("longest_shared_run_max")} | {People("longest_shared_run")}, at most {Whole("longest_shared_run_max_human")} | |");
        foreach (var (title, key) in ((string, string)[])[("continuation F1", "continuation_f1"), ("pitch overlap", "pitch_overlap")])
            Line($"| {title} | {Text(key)} | | {Interval(key + "_ngram")} |");
        Line("");
    }

    private void Speed(StyleTraining? training)
    {
        if (Has("step_ms_p50"))
            Line($"One note takes {Text("step_ms_p50")} ms to write (median; {Text("step_ms_p99")} ms at p99, one thread).");
        if (training is not null)
            Line(string.Create(CultureInfo.InvariantCulture, $"Trained on {training.Pieces} pieces ({training.Notes} notes){(training.Epochs > 0 ? $", {training.Epochs} epochs" : "")}, {training.Minutes:0.#} minutes."));
    }

    private bool Has(string key) => _metrics.ContainsKey(key);

    private double Number(string key) => _metrics[key] is { } figure ? (double)figure : double.NaN;

    private string Text(string key) => Metric.Text(Number(key));

    private string Whole(string key) => Number(key).ToString("0", CultureInfo.InvariantCulture);

    private string Percent(string key) => (Number(key) * 100).ToString("0.#", CultureInfo.InvariantCulture) + " %";

    private string Interval(string key) => $"{Text(key)} ({Text(key + "_low")} to {Text(key + "_high")})";

    // Cards that were written before the range was measured lack it.
    private string People(string key) =>
        Interval(key + "_human") + (Has(key + "_human_from") ? $"; {Text(key + "_human_from")} to {Text(key + "_human_to")}" : "");

    private void Line(string line) => _text.Append(line.TrimEnd()).Append('\n');
}
