using System.Text.Json.Nodes;
using static ComposerPlugin.Trainer.Tests.CommandLine;

namespace ComposerPlugin.Trainer.Tests;

public sealed class RecipeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public RecipeTests()
    {
        TestData.Write(_folder["corpora/tunes"], Enumerable.Range(0, 6), [100], [200, 201]);
        Directory.CreateDirectory(_folder["preset"]);
        File.WriteAllText(_folder["preset/config.json"], """{ "hidden": 8, "dense": 8, "layers": 1, "batchTunes": 4 }""");
        File.WriteAllText(_folder["preset/recipe.txt"], """
            # A small style.
            train --data {corpora}/tunes --out {work}/style --config {recipe}/config.json --steps 4 --name "Two words"

            evaluate {work}/style --data {corpora}/tunes --takes 0
            """);
    }

    [Fact]
    public void A_recipe_trains_and_evaluates_its_style()
    {
        string output = Do("recipe", _folder["preset"], "--corpora", _folder["corpora"], "--work", _folder["work"]);
        Assert.EndsWith("2 steps of " + _folder["preset/recipe.txt"] + " are done", output.TrimEnd(), StringComparison.Ordinal);
        var style = ComposerPlugin.Styles.StyleFile.Read(_folder["work/style"]);
        Assert.Equal("Two words", style.Name);
        Assert.True(style.Evaluation!.ContainsKey("bits_per_note"));
    }

    [Fact]
    public void Finished_steps_are_skipped_and_interrupted_steps_resume()
    {
        Do("recipe", _folder["preset"], "--corpora", _folder["corpora"], "--work", _folder["work"]);
        string checkpoint = _folder["work/style/checkpoint/last.ckpt"];
        var written = File.GetLastWriteTimeUtc(checkpoint);
        Assert.DoesNotContain("step 4", Do("recipe", _folder["preset"], "--corpora", _folder["corpora"], "--work", _folder["work"]),
            StringComparison.Ordinal);
        Assert.Equal(written, File.GetLastWriteTimeUtc(checkpoint));

        File.Delete(_folder["work/style/style.json"]);
        Assert.Contains("--resume", Do("recipe", _folder["preset"], "--corpora", _folder["corpora"], "--work", _folder["work"]),
            StringComparison.Ordinal);
        Assert.True(File.Exists(_folder["work/style/style.json"]));
    }

    [Fact]
    public void Json_output_has_one_object_per_step_and_one_at_the_end()
    {
        JsonNode[] Objects() => [.. Do("recipe", _folder["preset"], "--corpora", _folder["corpora"], "--work", _folder["work"], "--json")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!)];
        JsonNode[] first = Objects(), again = Objects();
        Assert.Equal([false, false], first[..2].Select(step => step["done_before"]!.GetValue<bool>()));
        Assert.StartsWith("evaluate ", first[1]["step"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(2, first[2]["steps"]!.GetValue<int>());
        Assert.True(again[0]["done_before"]!.GetValue<bool>());
    }

    [Theory]
    [InlineData("train --data {archives} --out {work}/style",
        "{archives} is not known; use {corpora}, {work}, {recipe}, {styles}")]
    [InlineData("cook --out {work}/style", "cook: there is no such command")]
    [InlineData("train --data {corpora}/none --out {work}/style", "none")]
    public void An_invalid_recipe_is_refused(string step, string sentence)
    {
        File.WriteAllText(_folder["preset/recipe.txt"], step);
        AssertRefused(sentence, "recipe", _folder["preset"], "--corpora", _folder["corpora"], "--work", _folder["work"]);
    }

    [Fact]
    public void A_folder_without_a_recipe_is_refused() =>
        AssertRefused("there is no such recipe", "recipe", _folder["corpora"], "--corpora", "x", "--work", "y");

    public void Dispose() => _folder.Dispose();
}
