using System.Text.Json.Nodes;
using System.Xml.Linq;
using ComposerPlugin.Styles;
using ComposerPlugin.Trainer.Evaluation;
using static ComposerPlugin.Trainer.Tests.CommandLine;

namespace ComposerPlugin.Trainer.Tests;

public class EvaluateTests(StyleFixture made) : IClassFixture<StyleFixture>
{
    private static readonly string[] _shares =
    [
        "accuracy", "overlapped_area", "pitch_in_scale", "pitch_in_scale_human", "scale_consistency", "groove", "groove_human",
        "cardinality_score",
        "cardinality_score_human", "continuation_f1", "continuation_f1_ngram", "pitch_overlap", "pitch_overlap_ngram",
        "pitch_class_overlap",
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
    public void Figures_stand_in_json_and_in_the_style_and_the_report_is_a_page_on_its_own()
    {
        string json = Do("evaluate", made.Style, "--data", made.Data, "--takes", "4", "--json");

        var figures = JsonNode.Parse(json)!.AsObject();
        Assert.Equal(4, figures["takes"]!.GetValue<int>());
        Assert.All(_shares, name => Assert.InRange(Value(name), 0, 1));
        Assert.All(_amounts, name => Assert.InRange(Value(name), 0, 1000));
        Assert.Equal(MelodyFeature.All.Average(feature => Value($"overlapped_area_{feature.Name}")), Value("overlapped_area"), 1e-3);
        Assert.InRange(Value("longest_shared_run_human"), Value("longest_shared_run_human_from"), Value("longest_shared_run_human_to"));
        Assert.InRange(Value("longest_shared_run_human"), Value("longest_shared_run_human_low"), Value("longest_shared_run_human_high"));
        Assert.InRange(Value("step_ms_p99"), Value("step_ms_p50"), 1000);
        Assert.All(figures, figure => Assert.Equal(Math.Round(Value(figure.Key), 4), Value(figure.Key)));
        Assert.Equal(figures.ToJsonString(), StyleFile.Read(made.Style).Evaluation!.ToJsonString());

        string html = File.ReadAllText(Path.Combine(made.Style, "report.html"));
        var page = XDocument.Parse(html.Replace("<!DOCTYPE html>", "", StringComparison.Ordinal));
        Assert.Equal("Tiny & small", page.Descendants("h1").Single().Value);
        Assert.DoesNotContain("http", html.Replace("http://www.w3.org/2000/svg", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        // Rolls of each take and of its tune; charts of 5 numbers, 2 histograms and 8 measures; F1.
        Assert.Equal(8, page.Descendants("div").Count(division => (string?)division.Attribute("class") == "roll"));
        Assert.InRange(page.Descendants("figure").Count(), 16, 17);
        Assert.All(figures, figure => Assert.Single(page.Descendants("tr"), row => row.Elements("td").First().Value == figure.Key));
        Assert.All(page.Descendants("tr"), row => Assert.NotEmpty(row.Elements("td").Last().Value));

        double Value(string name) => figures[name]!.GetValue<double>();
    }

    [Fact]
    public void Same_style_and_data_give_the_same_figures()
    {
        var first = Measured(made["one.html"]);
        var second = Measured(made["two.html"]);

        Assert.Equal(first.ToJsonString(), second.ToJsonString());
        Assert.Contains("Tiny &amp; small", File.ReadAllText(made["two.html"]), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_takes_there_are_the_figures_of_foretelling_only()
    {
        string output = Do("evaluate", made.Style, "--data", made.Data, "--takes", "0", "--report", made["none.html"]);

        Assert.Contains("bits_per_note", output, StringComparison.Ordinal);
        Assert.DoesNotContain("groove", output, StringComparison.Ordinal);
        Assert.StartsWith("training the n-gram baseline on ", output, StringComparison.Ordinal);
        Assert.StartsWith("bits_per_note ", output.Split('\n')[1], StringComparison.Ordinal);
        Assert.Contains("All metrics", File.ReadAllText(made["none.html"]), StringComparison.Ordinal);
    }

    [Fact]
    public void Report_that_is_a_folder_is_refused() =>
        AssertRefused("this is a folder", "evaluate", made.Style, "--data", made.Data, "--report", made.Style);

    [Fact]
    public void Report_that_cannot_be_written_is_refused_before_anything_is_measured()
    {
        // Below a file there is no room for another; nothing is told, for nothing was begun.
        string report = Path.Combine(made.Style, "style.json", "report.html");
        AssertRefused("report.html: the file cannot be written", "evaluate", made.Style, "--data", made.Data, "--report", report);
        Assert.Empty(Run("evaluate", made.Style, "--data", made.Data, "--report", report).Output);
        Assert.Empty(Directory.EnumerateFiles(made.Style, "*.trial*"));
    }

    private JsonObject Measured(string report)
    {
        var figures = JsonNode.Parse(
            Do("evaluate", made.Style, "--data", made.Data, "--takes", "3", "--json", "--report", report))!.AsObject();
        figures.Remove("step_ms_p50");
        figures.Remove("step_ms_p99");
        return figures;
    }
}
