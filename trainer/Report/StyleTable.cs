using System.Text;
using ComposerPlugin.Styles;

namespace ComposerPlugin.Trainer.Report;

/// <summary>The chief figures of several styles as one Markdown table.</summary>
internal static class StyleTable
{
    private static readonly (string Title, string Key, string? Beside)[] _columns =
    [
        ("bits per note (n-grams)", "bits_per_note", "bits_per_note_ngram"), ("overlapped area", "overlapped_area", null),
        ("pitch in scale (people)", "pitch_in_scale", "pitch_in_scale_human"), ("groove (people)", "groove", "groove_human"),
        ("shared run (people)", "longest_shared_run", "longest_shared_run_human"), ("F1 (n-grams)", "continuation_f1", "continuation_f1_ngram"),
        ("pitch overlap (n-grams)", "pitch_overlap", "pitch_overlap_ngram"), ("ms per note", "step_ms_p50", null),
    ];

    /// <summary>The table; a style stands in a row, what it has no figure of is left empty.</summary>
    public static string Write(IEnumerable<StyleFile> styles)
    {
        var text = new StringBuilder();
        text.Append("| style | kind |").AppendJoin(null, _columns.Select(column => $" {column.Title} |")).Append('\n');
        text.Append("|---|---|").Append(string.Concat(Enumerable.Repeat("---|", _columns.Length))).Append('\n');
        foreach (var style in styles)
            text.Append($"| {style.Name} | {style.Kind} |").AppendJoin(null, _columns.Select(column => $" {Cell(style, column.Key, column.Beside)} |")).Append('\n');
        return text.ToString();
    }

    private static string Cell(StyleFile style, string key, string? beside) =>
        Figure(style, key) is not { } figure ? "" : beside is null || Figure(style, beside) is not { } other ? figure : $"{figure} ({other})";

    private static string? Figure(StyleFile style, string key) =>
        style.Evaluation?[key] is { } figure ? Evaluation.Metric.Text((double)figure) : null;
}
