using System.Text.Json.Nodes;
using ComposerPlugin.Trainer.Evaluation;

namespace ComposerPlugin.Trainer.Report;

/// <summary>The measures of form as a table: the style, the tunes, and the baselines.</summary>
internal static class FormTable
{
    /// <summary>The titles of the columns.</summary>
    public static readonly IReadOnlyList<string> Columns = ["this style", "human", "n-grams", "the phrase again"];

    private static readonly string[] _endings = ["", "_human", "_ngram", "_phrase"];

    private static readonly (string Title, string Key)[] _shares =
    [
        ("the opening bar returns", "opening_returns"), ("bars that return", "bars_that_return"),
        ("bars whose rhythm returns", "rhythms_that_return"), ("similarity of the form", "form_overlap"),
        ("ends on the tonic", "ends_on_tonic"), ("begins with the last note again", "begins_with_last_note"),
        ("contains a loop", "loops"), ("contains a loop where the tune has none", "stuck"),
        ("continuation F1", "continuation_f1"), ("pitch overlap", "pitch_overlap"),
    ];

    /// <summary>The rows: a title, and a text for each column. None if the style was evaluated without these measures.</summary>
    public static IEnumerable<(string Title, IReadOnlyList<string> Cells)> Rows(JsonObject metrics)
    {
        if (!metrics.ContainsKey("opening_returns"))
            yield break;
        foreach (var (title, key) in _shares)
        {
            var cells = _endings.Select(ending => key + ending);
            yield return (title, [.. cells.Select(name => Interval(metrics, name, $"{name}_low", $"{name}_high"))]);
        }
        yield return Register(metrics, "semitones from the phrase", _endings);
        foreach (var (name, pitch) in RegisterMeasures.Places)
            yield return Register(metrics, $"semitones from the phrase moved to {pitch}", [$"_{name}"]);
    }

    private static (string Title, IReadOnlyList<string> Cells) Register(JsonObject metrics, string title, IEnumerable<string> endings)
    {
        var cells = endings.Select(ending =>
        {
            string range = Interval(
                metrics, $"register_distance{ending}", $"register_distance_from{ending}", $"register_distance_to{ending}");
            return range.Length == 0 ? "" : $"{range}; {100 * Number(metrics, $"register_within_6{ending}"):0} % within 6";
        }).ToList();
        while (cells.Count < Columns.Count)
            cells.Add("");
        return (title, cells);
    }

    private static string Interval(JsonObject metrics, string key, string low, string high) =>
        !metrics.ContainsKey(key) ? ""
        : !metrics.ContainsKey(low) ? Text(metrics, key)
        : $"{Text(metrics, key)} ({Text(metrics, low)} to {Text(metrics, high)})";

    private static string Text(JsonObject metrics, string key) => Metric.Text(Number(metrics, key));

    private static double Number(JsonObject metrics, string key) => metrics[key] is { } value ? (double)value : double.NaN;
}
