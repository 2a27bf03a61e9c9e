using System.Text.Json.Nodes;
using System.Xml.Linq;
using ComposerPlugin.Styles;
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
        "pitch_class_overlap", "opening_returns", "opening_returns_human", "opening_returns_ngram",
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
        // Two piano rolls per take: the take and its tune. Charts: 5 numbers, 2 histograms, 8 measures and F1.
        Assert.Equal(8, page.Descendants("div").Count(division => (string?)division.Attribute("class") == "roll"));
        Assert.InRange(page.Descendants("figure").Count(), 16, 17);
        Assert.All(metrics, metric => Assert.Single(page.Descendants("tr"), row => row.Elements("td").First().Value == metric.Key));
        Assert.All(page.Descendants("tr"), row => Assert.NotEmpty(row.Elements("td").Last().Value));

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
