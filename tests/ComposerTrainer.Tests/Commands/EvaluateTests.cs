using System.Text.Json.Nodes;
using System.Xml.Linq;
using ComposerPlugin.Styles;
using ComposerPlugin.Trainer.Corpus;
using ComposerPlugin.Trainer.Evaluation;
using static ComposerPlugin.Trainer.Tests.CommandLine;

namespace ComposerPlugin.Trainer.Tests;

public class EvaluateTests(StyleFixture fixture) : IClassFixture<StyleFixture>
{
    private static readonly string[] _shares =
    [
        "accuracy", "overlapped_area", "pitch_in_scale", "pitch_in_scale_human", "scale_consistency", "groove", "groove_human",
        "cardinality_score",
        "cardinality_score_human", "continuation_f1", "continuation_f1_ngram", "pitch_overlap", "pitch_overlap_ngram",
        "pitch_class_overlap", "continuation_f1_phrase", "register_within_6", "register_within_6_human", "register_within_6_d2",
        .. ((string[])["opening_returns", "bars_that_return", "rhythms_that_return", "form_overlap", "ends_on_tonic",
            "begins_with_last_note", "loops"])
            .SelectMany(name => (string[])[name, $"{name}_human", $"{name}_ngram", $"{name}_phrase"]),
        "stuck", "stuck_ngram", "stuck_phrase",
        .. MelodyFeature.All.Select(feature => $"overlapped_area_{feature.Name}"),
    ];

    private static readonly string[] _amounts =
    [
        "bits_per_note", "bits_per_note_ngram", "longest_shared_run", "longest_shared_run_human", "longest_shared_run_human_low",
        "longest_shared_run_human_high", "longest_shared_run_max", "contour_distance_prompt", "contour_distance_train",
        "pitch_class_entropy",
        "step_ms_p50", "step_ms_p99", .. MelodyFeature.All.Select(feature => $"kl_{feature.Name}"),
    ];

    [Fact]
    public void Json_and_style_hold_the_metrics_and_the_report_is_self_contained()
    {
        string json = Do("evaluate", fixture.Style, "--data", fixture.Data, "--takes", "4", "--json");

        var metrics = JsonNode.Parse(json)!.AsObject();
        Assert.Equal(4, metrics["takes"]!.GetValue<int>());
        Assert.All(_shares, name => Assert.InRange(Value(name), 0, 1));
        Assert.All(_amounts, name => Assert.InRange(Value(name), 0, 1000));
        Assert.Equal(MelodyFeature.All.Average(feature => Value($"overlapped_area_{feature.Name}")), Value("overlapped_area"), 1e-3);
        Assert.InRange(Value("longest_shared_run_human"), Value("longest_shared_run_human_from"), Value("longest_shared_run_human_to"));
        Assert.InRange(Value("longest_shared_run_human"), Value("longest_shared_run_human_low"), Value("longest_shared_run_human_high"));
        Assert.InRange(Value("step_ms_p99"), Value("step_ms_p50"), 1000);
        Assert.All(metrics, metric => Assert.Equal(Math.Round(Value(metric.Key), 4), Value(metric.Key)));
        Assert.Equal(metrics.ToJsonString(), StyleFile.Read(fixture.Style).Evaluation!.ToJsonString());

        string html = File.ReadAllText(Path.Combine(fixture.Style, "report.html"));
        var page = XDocument.Parse(html.Replace("<!DOCTYPE html>", "", StringComparison.Ordinal));
        Assert.Equal("Tiny & small", page.Descendants("h1").Single().Value);
        Assert.DoesNotContain("http", html.Replace("http://www.w3.org/2000/svg", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        // Two piano rolls per take: the take and its tune. Charts: 5 numbers, 2 histograms, 8 measures, F1 and the lags of bars.
        Assert.Equal(8, page.Descendants("div").Count(division => (string?)division.Attribute("class") == "roll"));
        Assert.InRange(page.Descendants("figure").Count(), 17, 18);
        var letters = page.Descendants("td").Where(cell => (string?)cell.Attribute("class") == "letters").ToList();
        // The style, the tune, the n-grams and the phrase again.
        Assert.Equal(4 * 4, letters.Count);
        Assert.All(letters, cell => Assert.Matches("^[a-p](['a-p -])*$", cell.Value));
        var all = page.Descendants("table").Last();
        Assert.All(metrics, metric => Assert.Single(all.Descendants("tr"), row => row.Elements("td").First().Value == metric.Key));
        Assert.All(all.Descendants("tr"), row => Assert.NotEmpty(row.Elements("td").Last().Value));

        double Value(string name) => metrics[name]!.GetValue<double>();
    }

    [Fact]
    public void Same_style_and_data_give_the_same_metrics()
    {
        var first = Metrics(fixture["one.html"]);
        var second = Metrics(fixture["two.html"]);

        Assert.Equal(first.ToJsonString(), second.ToJsonString());
        Assert.Contains("Tiny &amp; small", File.ReadAllText(fixture["two.html"]), StringComparison.Ordinal);
    }

    [Fact]
    public void Trial_on_the_valid_tunes_measures_each_pair_of_controls_and_changes_no_style()
    {
        string before = File.ReadAllText(Path.Combine(fixture.Style, "style.json"));
        string[] trial = ["evaluate", fixture.Style, "--data", fixture.Data, "--takes", "2", "--part", "valid"];

        string json = Do([.. trial, "--temperature", "0.5,1.5", "--top-p", "0.8, 0.9", "--json"]);
        string table = Do([.. trial, "--temperature", "0.5"]);

        var trials = JsonNode.Parse(json)!.AsArray();
        Assert.Equal(
            [(0.5, 0.8), (0.5, 0.9), (1.5, 0.8), (1.5, 0.9)],
            trials.Select(one => (Value(one, "temperature"), Value(one, "top_p"))));
        Assert.Equal(4, trials.Select(one => Value(one, "pitch_class_entropy")).Distinct().Count());
        Assert.Equal(DataSet.Read(fixture.Data).Valid.Count, Value(trials[0], "test_pieces"));
        Assert.Contains("opening_returns ", table, StringComparison.Ordinal);
        Assert.DoesNotContain("written to", table, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(Path.Combine(fixture.Style, "style.json")));

        static double Value(JsonNode? metrics, string name) => metrics![name]!.GetValue<double>();
    }

    [Theory]
    [InlineData("--part train is not known; use test or valid", "--part", "train")]
    [InlineData("--temperature 11 is not a number from 0 to 10", "--temperature", "1,11")]
    [InlineData("--top-p x is not a number from 0 to 1", "--top-p", "x")]
    public void Part_or_control_that_does_not_exist_is_refused(string message, string option, string value) =>
        AssertRefused(message, "evaluate", fixture.Style, "--data", fixture.Data, option, value);

    [Fact]
    public void Without_takes_only_prediction_metrics_are_measured()
    {
        string output = Do("evaluate", fixture.Style, "--data", fixture.Data, "--takes", "0", "--report", fixture["none.html"]);

        Assert.Contains("bits_per_note", output, StringComparison.Ordinal);
        Assert.DoesNotContain("groove", output, StringComparison.Ordinal);
        Assert.StartsWith("training the n-gram baseline on ", output, StringComparison.Ordinal);
        Assert.StartsWith("bits_per_note ", output.Split('\n')[1], StringComparison.Ordinal);
        Assert.Contains("All metrics", File.ReadAllText(fixture["none.html"]), StringComparison.Ordinal);
    }

    [Fact]
    public void Report_that_is_a_folder_is_refused() =>
        AssertRefused("this is a folder", "evaluate", fixture.Style, "--data", fixture.Data, "--report", fixture.Style);

    [Fact]
    public void Report_that_cannot_be_written_is_refused_before_anything_is_measured()
    {
        // A file cannot contain another. The output is empty because no measurement began.
        string report = Path.Combine(fixture.Style, "style.json", "report.html");
        AssertRefused("report.html: the file cannot be written", "evaluate", fixture.Style, "--data", fixture.Data, "--report", report);
        Assert.Empty(Run("evaluate", fixture.Style, "--data", fixture.Data, "--report", report).Output);
        Assert.Empty(Directory.EnumerateFiles(fixture.Style, "*.trial*"));
    }

    private JsonObject Metrics(string report)
    {
        var metrics = JsonNode.Parse(
            Do("evaluate", fixture.Style, "--data", fixture.Data, "--takes", "3", "--json", "--report", report))!.AsObject();
        metrics.Remove("step_ms_p50");
        metrics.Remove("step_ms_p99");
        return metrics;
    }
}
