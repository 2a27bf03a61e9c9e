using System.Text.Json.Nodes;
using ComposerPlugin.Styles;
using static ComposerPlugin.Trainer.Tests.CommandLine;

namespace ComposerPlugin.Trainer.Tests;

public class CardTests(StyleFixture fixture) : IClassFixture<StyleFixture>
{
    [Fact]
    public void Card_of_one_style_compares_its_metrics_with_human_and_ngram_values()
    {
        using var folder = new TemporaryFolder();
        Copy(folder["style"], new() { ["bits_per_note"] = 1.23456, ["bits_per_note_ngram"] = 2.5, ["test_notes"] = 77, ["takes"] = 4,
            ["overlapped_area"] = 0.9,
            ["groove"] = 0.5, ["groove_human"] = 0.6, ["groove_human_low"] = 0.55, ["groove_human_high"] = 0.65,
            ["groove_human_from"] = 0.25, ["groove_human_to"] = 0.75 });
        string card = Do("card", folder["style"]);
        Assert.Contains("**1.235**", card, StringComparison.Ordinal);
        Assert.Contains("(77 notes)", card, StringComparison.Ordinal);
        Assert.Contains("| groove | 0.5 | 0.6 (0.55 to 0.65); 0.25 to 0.75 | |", card, StringComparison.Ordinal);
    }

    [Fact]
    public void Card_with_measures_of_form_compares_all_origins()
    {
        using var folder = new TemporaryFolder();
        Copy(folder["style"], new() { ["opening_returns"] = 0.34, ["opening_returns_low"] = 0.25, ["opening_returns_high"] = 0.43,
            ["opening_returns_human"] = 0.82, ["opening_returns_human_low"] = 0.74, ["opening_returns_human_high"] = 0.9,
            ["opening_returns_phrase"] = 1,
            ["register_distance_d2"] = 24.5, ["register_distance_from_d2"] = 12, ["register_distance_to_d2"] = 37,
            ["register_within_6_d2"] = 0.25 });
        string card = Do("card", folder["style"]);
        Assert.Contains(
            "| the opening bar returns | 0.34 (0.25 to 0.43) | 0.82 (0.74 to 0.9) |  | 1 |", card, StringComparison.Ordinal);
        Assert.Contains(
            "| semitones from the phrase moved to D2 | 24.5 (12 to 37); 25 % within 6 |  |  |  |", card, StringComparison.Ordinal);
    }

    [Fact]
    public void Table_of_several_styles_leaves_missing_metrics_empty()
    {
        using var folder = new TemporaryFolder();
        Copy(folder["one"], new() { ["bits_per_note"] = 1.5, ["bits_per_note_ngram"] = 2.5 });
        Copy(folder["two"], new() { ["overlapped_area"] = 0.875 });
        string[] rows = Do("card", folder["one"], folder["two"]).TrimEnd().Split('\n');
        Assert.Equal(4, rows.Length);
        Assert.StartsWith("| Tiny & small | lstm | 1.5 (2.5) |  |", rows[2], StringComparison.Ordinal);
        Assert.StartsWith("| Tiny & small | lstm |  | 0.875 |", rows[3], StringComparison.Ordinal);
    }

    [Fact]
    public void Json_output_has_all_metrics_of_each_style()
    {
        using var folder = new TemporaryFolder();
        Copy(folder["one"], new() { ["bits_per_note"] = 1.5, ["contour_distance_train"] = 2.25 });
        Copy(folder["two"], new() { ["overlapped_area"] = 0.875 });
        var styles = JsonNode.Parse(Do("card", folder["one"], folder["two"], "--json"))!.AsArray();
        Assert.Equal(2.25, styles[0]!["figures"]!["contour_distance_train"]!.GetValue<double>());
        Assert.Equal(("Tiny & small", 0.875),
            (styles[1]!["name"]!.GetValue<string>(), styles[1]!["figures"]!["overlapped_area"]!.GetValue<double>()));
    }

    [Fact]
    public void Style_without_metrics_is_refused()
    {
        using var folder = new TemporaryFolder();
        Copy(folder["style"], null);
        AssertRefused("this style has no metrics yet", "card", folder["style"]);
        AssertRefused("STYLE… is missing", "card");
    }

    private void Copy(string folder, JsonObject? metrics)
    {
        Directory.CreateDirectory(folder);
        (StyleFile.Read(fixture.Style) with { Evaluation = metrics }).Write(folder);
    }
}
