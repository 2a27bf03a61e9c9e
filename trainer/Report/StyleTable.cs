using System.Text;
using ComposerPlugin.Styles;

namespace ComposerPlugin.Trainer.Report;

/// <summary>Writes the main metrics of several styles as one Markdown table.</summary>
internal static class StyleTable
{
    private static readonly (string Title, string Key, string? Beside)[] _columns =
    [
        ("bits per note (n-grams)", "bits_per_note", "bits_per_note_ngram"), ("overlapped area", "overlapped_area", null),
        ("pitch in scale (human)", "pitch_in_scale", "pitch_in_scale_human"), ("groove (human)", "groove", "groove_human"),
        ("shared run (human)", "longest_shared_run", "longest_shared_run_human"),
        ("F1 (n-grams)", "continuation_f1", "continuation_f1_ngram"),
        ("pitch overlap (n-grams)", "pitch_overlap", "pitch_overlap_ngram"),
        ("F1 of the phrase again", "continuation_f1_phrase", null),
        ("opening returns (human)", "opening_returns", "opening_returns_human"),
        ("bars that return (human)", "bars_that_return", "bars_that_return_human"), ("ms per note", "step_ms_p50", null),
    ];

    /// <summary>The table with one row for each style; missing metrics are empty cells.</summary>
    public static string Write(IEnumerable<StyleFile> styles)
    {
        var text = new StringBuilder();
        text.Append("| style | type |").AppendJoin(null, _columns.Select(column => $" {column.Title} |")).Append('\n');
        text.Append("|---|---|").Append(string.Concat(Enumerable.Repeat("---|", _columns.Length))).Append('\n');
        foreach (var style in styles)
            {
                var cells = _columns.Select(column => $" {Cell(style, column.Key, column.Beside)} |");
                text.Append($"| {style.Name} | {style.Type} |").AppendJoin(null, cells).Append('\n');
            }
        return text.ToString();
    }

    private static string Cell(StyleFile style, string key, string? beside)
    {
        if (Value(style, key) is not { } value)
            return "";
        return beside is null || Value(style, beside) is not { } other ? value : $"{value} ({other})";
    }

    private static string? Value(StyleFile style, string key) =>
        style.Evaluation?[key] is { } value ? Evaluation.Metric.Text((double)value) : null;
}
