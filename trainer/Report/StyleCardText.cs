using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using ComposerPlugin.Styles;
using ComposerPlugin.Trainer.Evaluation;

namespace ComposerPlugin.Trainer.Report;

/// <summary>Writes a style's metrics as Markdown tables.</summary>
internal sealed class StyleCardText
{
    private readonly StringBuilder _text = new();
    private readonly JsonObject _metrics;

    private StyleCardText(StyleFile style) => _metrics = style.Evaluation ?? [];

    /// <summary>The tables of a style; empty if it was not evaluated.</summary>
    public static string Write(StyleFile style)
    {
        var card = new StyleCardText(style);
        card.Prediction(style.Type);
        card.Segments();
        card.Takes();
        card.Form();
        card.Speed(style.Training);
        card.Dynamics(style.Plan?.Dynamics);
        return card._text.ToString();
    }

    private void Prediction(string type)
    {
        if (!Has("bits_per_note"))
            return;
        Line($"| on {Whole("test_pieces")} test tunes ({Whole("test_notes")} notes) of families not in the training set | bits per note |");
        Line("|---|---|");
        // A vae predicts the notes of a segment from its latent and the segment so far, without the tune before it.
        string what = type == ModelType.Vae ? "this style, an upper bound, for segments without context" : "this style";
        string latent = Has("bits_per_note_latent") ? $" + latent {Text("bits_per_note_latent")}" : "";
        string parts = $"timing {Text("bits_per_note_timing")} + pitch {Text("bits_per_note_pitch")} "
            + $"+ duration {Text("bits_per_note_duration")}";
        Line($"| {what}: {parts}{latent} | **{Text("bits_per_note")}** |");
        if (type != ModelType.Vae)
        {
            Line($"| n-grams from the corpus and the tune so far, twelve chains mixed | {Text("bits_per_note_ngram")} |");
            Line($"| n-grams from the corpus | {Text("bits_per_note_ngram_corpus")} |");
        }
        Line("");
    }

    private void Segments()
    {
        if (!Has("reconstruction_steps"))
            return;
        Line($"{Percent("reconstruction_steps")} of the sixteenths of {Whole("passages")} held-out segments are reconstructed; "
            + $"{Percent("interpolation_rising")} of the steps on interpolation paths do not come nearer to the start again.");
        Line("");
    }

    private void Takes()
    {
        if (!Has("overlapped_area"))
            return;
        Line($"| {Whole("takes")} continuations of test tunes, 8 bars each | this style "
            + "| human (95 % interval of the mean); 5th to 95th percentile | n-grams (95 % interval) |");
        Line("|---|---|---|---|");
        Line($"| overlapped area with human continuations, mean of nine features | {Text("overlapped_area")} | | |");
        (string, string)[] compared =
        [
            ("pitch in scale", "pitch_in_scale"), ("groove", "groove"), ("contour distance from the prompt", "contour_distance_prompt"),
        ];
        foreach (var (title, key) in compared)
            Line($"| {title} | {Text(key)} | {Human(key)} | |");
        Line($"| longest run shared with a training tune, notes "
            + $"| {Text("longest_shared_run")}, at most {Whole("longest_shared_run_max")} "
            + $"| {Human("longest_shared_run")}, at most {Whole("longest_shared_run_max_human")} | |");
        foreach (var (title, key) in ((string, string)[])[("continuation F1", "continuation_f1"), ("pitch overlap", "pitch_overlap")])
            Line($"| {title} | {Text(key)} | | {Interval(key + "_ngram")} |");
        Line("");
    }

    private void Form()
    {
        var rows = FormTable.Rows(_metrics).ToList();
        if (rows.Count == 0)
            return;
        Line($"| continuations of up to {Excerpt.FormBars} bars (95 % interval; of semitones, the median and the range of 95 %) "
            + $"| {string.Join(" | ", FormTable.Columns)} |");
        Line("|---|---|---|---|---|");
        foreach (var (title, cells) in rows)
            Line($"| {title} | {string.Join(" | ", cells)} |");
        Line("");
    }

    private void Speed(StyleTraining? training)
    {
        if (Has("step_ms_p50"))
            Line($"Generating one note takes {Text("step_ms_p50")} ms (median; {Text("step_ms_p99")} ms at p99, one thread).");
        if (training is null)
            return;
        string epochs = training.Epochs > 0 ? $", {training.Epochs} epochs" : "";
        string minutes = training.Minutes.ToString("0.#", CultureInfo.InvariantCulture);
        Line($"Trained on {training.Pieces} tunes ({training.Notes} notes){epochs}, {minutes} minutes.");
    }

    private void Dynamics(string? dynamics)
    {
        if (dynamics == StylePlan.Flat)
            Line("Nearly all notes of a training tune have one velocity: *As the player* takes all accents from your phrase.");
        if (dynamics == StylePlan.Accents)
            Line("The accents of the training tunes are a program's, by position in the bar: *As the player* takes most from your phrase.");
    }

    private bool Has(string key) => _metrics.ContainsKey(key);

    private double Number(string key) => _metrics[key] is { } value ? (double)value : double.NaN;

    private string Text(string key) => Metric.Text(Number(key));

    private string Whole(string key) => Number(key).ToString("0", CultureInfo.InvariantCulture);

    private string Percent(string key) => (Number(key) * 100).ToString("0.#", CultureInfo.InvariantCulture) + " %";

    private string Interval(string key) => $"{Text(key)} ({Text(key + "_low")} to {Text(key + "_high")})";

    // Older style cards have no percentiles.
    private string Human(string key) =>
        Interval(key + "_human") + (Has(key + "_human_from") ? $"; {Text(key + "_human_from")} to {Text(key + "_human_to")}" : "");

    private void Line(string line) => _text.Append(line.TrimEnd()).Append('\n');
}
