using System.Text.Json.Nodes;
using ComposerPlugin.Music;
using static ComposerPlugin.Tests.Shared.Refusal;

namespace ComposerPlugin.Styles.Tests;

public sealed class StyleFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Written_style_reads_back_equal()
    {
        var style = StyleFiles.Recurrent with
        {
            Description = "Jigs & reels – für Geige",
            Meters = ["6/8", "4/4"],
            Controls = new() { Temperature = 0.9, TopP = 0.95 },
            Training = new() { Pieces = 3, Seed = 7, Losses = [new() { Epoch = 1, Train = 2.5, Valid = 2.75 }] },
            Evaluation = new() { ["bits_per_note"] = 1.5 },
        };

        style.Write(_folder.Path);
        var read = StyleFile.Read(_folder.Path);

        Assert.Equal(style.Description, read.Description);
        Assert.Equal(style.Graphs, read.Graphs);
        Assert.Equal(style.Meters, read.Meters);
        Assert.Equal(style.Controls, read.Controls);
        Assert.Equal(style.Training!.Losses, read.Training!.Losses);
        Assert.Equal(1.5, (double)read.Evaluation!["bits_per_note"]!);
        Assert.Equal(StyleFile.FirstFormat, read.Format);
        Assert.Null(read.Form);
    }

    [Fact]
    public void Style_with_form_inputs_has_the_second_format()
    {
        var style = StyleFiles.Recurrent with { Format = StyleFile.CurrentFormat, Form = StyleForm.Current };

        style.Write(_folder.Path);
        var read = StyleFile.Read(_folder.Path);

        Assert.Equal((2, FormHint.Version), (read.Format, read.Form!.Version));
    }

    [Theory]
    [InlineData("form.version", "9", "update the plugin")]
    [InlineData("form.version", "0", "train the style again")]
    [InlineData("form.version", "\"1\"", "wrong type at \"form.version\"")]
    [InlineData("form", "{}", "lacks \"form.version\"")]
    [InlineData("form", "true", "lacks \"form.version\"")]
    [InlineData("format", "1", "which format 1 does not have")]
    [InlineData("kind", "\"gan\"", "needs a \"bar\" graph")]
    public void Style_with_other_form_inputs_is_refused(string key, string value, string error)
    {
        (StyleFiles.Recurrent with { Format = StyleFile.CurrentFormat, Form = StyleForm.Current }).Write(_folder.Path);
        Change(key, JsonNode.Parse(value));

        AssertRefused(error, () => StyleFile.Read(_folder.Path));
    }

    [Fact]
    public void Text_is_written_readable()
    {
        (StyleFiles.Recurrent with { Name = "Jigs & reels – für Geige" }).Write(_folder.Path);

        string text = File.ReadAllText(_folder[StyleFile.FileName]);

        Assert.Contains("\"Jigs & reels – für Geige\"", text, StringComparison.Ordinal);
        Assert.EndsWith("}\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\r", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mood")]
    [InlineData("vocabulary.mood")]
    [InlineData("pitchRange.mood")]
    [InlineData("controls.mood")]
    [InlineData("training.mood")]
    [InlineData("evaluation.mood")]
    [InlineData("graphs.mood")]
    public void Unknown_key_is_kept(string key)
    {
        (StyleFiles.Recurrent with { Controls = new(), Training = new(), Evaluation = [] }).Write(_folder.Path);
        Change(key, "merry");

        StyleFile.Read(_folder.Path).Write(_folder.Path);

        Assert.Equal("merry", (string?)Find(ReadJson(), key));
    }

    [Fact]
    public void Missing_optional_keys_are_accepted()
    {
        StyleFiles.Recurrent.Write(_folder.Path);

        var read = StyleFile.Read(_folder.Path);

        Assert.Null(read.Training);
        Assert.Null(read.Description);
    }

    [Fact]
    public void Byte_order_mark_is_accepted()
    {
        StyleFiles.Recurrent.Write(_folder.Path);
        string text = File.ReadAllText(_folder[StyleFile.FileName]);
        File.WriteAllText(_folder[StyleFile.FileName], text, new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: true));

        Assert.Equal("test", StyleFile.Read(_folder.Path).Id);
    }

    [Fact]
    public void Missing_folder_is_named()
    {
        AssertRefused("There is no style folder", () => StyleFile.Read(_folder["gone"]));
    }

    [Fact]
    public void Folder_without_style_file_is_refused()
    {
        AssertRefused("has no style.json", () => StyleFile.Read(_folder.Path));
    }

    [Fact]
    public void Broken_text_is_refused_with_its_line()
    {
        File.WriteAllText(_folder[StyleFile.FileName], "{\n  \"format\": 1,\n  oops\n}");

        AssertRefused("not JSON at line 3", () => StyleFile.Read(_folder.Path));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"format\": \"one\"}")]
    public void Other_json_is_refused(string text)
    {
        File.WriteAllText(_folder[StyleFile.FileName], text);

        AssertRefused("no \"format\" number", () => StyleFile.Read(_folder.Path));
    }

    [Fact]
    public void Huge_file_is_refused()
    {
        File.WriteAllText(_folder[StyleFile.FileName], new string(' ', (4 << 20) + 1));

        AssertRefused("larger than 4 MiB", () => StyleFile.Read(_folder.Path));
    }

    [Theory]
    [InlineData("format", "3", "update the plugin")]
    [InlineData("format", "0", "export the style again")]
    [InlineData("vocabulary.version", "3", "update the plugin")]
    [InlineData("vocabulary.version", "0", "train the style again")]
    [InlineData("vocabulary.hash", "\"0123\"", "vocabulary hash 0123")]
    [InlineData("ticksPerQuarter", "480", "\"ticksPerQuarter\" is 480")]
    [InlineData("kind", "\"oracle\"", "\"kind\" \"oracle\" is not one of lstm, gru")]
    [InlineData("name", "7", "wrong type at \"name\"")]
    [InlineData("name", "\"\"", "\"name\" is empty")]
    [InlineData("name", "null", "wrong type at \"name\"")]
    [InlineData("graphs", "null", "wrong type at \"graphs\"")]
    [InlineData("graphs.step", "null", "has none")]
    [InlineData("meters", "[null]", "\"meters\" has an empty entry")]
    [InlineData("training", "{\"losses\": [null]}", "\"training.losses\" has an empty entry")]
    [InlineData("pitchRange.lowest", "92", "\"pitchRange\" 92 to 91")]
    [InlineData("pitchRange.highest", "128", "\"pitchRange\"")]
    [InlineData("polyphony", "0", "\"polyphony\" 0")]
    [InlineData("meanVelocity", "0", "\"meanVelocity\" 0")]
    [InlineData("controls.temperature", "0", "controls.temperature")]
    [InlineData("controls.topP", "1.5", "controls.topP")]
    [InlineData("graphs.step", "\"/etc/step.onnx\"", "not a path inside")]
    [InlineData("graphs.step", "\"C:step.onnx\"", "not a path inside")]
    [InlineData("graphs.step", "\"..\\\\step.onnx\"", "not a path inside")]
    [InlineData("graphs.pitch", "\"../step.onnx\"", "not a path inside")]
    [InlineData("graphs.pitch", "\"a/../../step.onnx\"", "not a path inside")]
    [InlineData("graphs.velocity", "\"\"", "not a path inside")]
    public void Wrong_value_is_refused(string key, string value, string expected)
    {
        (StyleFiles.Recurrent with { Controls = new() { Temperature = 1, TopP = 0.9 } }).Write(_folder.Path);
        Change(key, JsonNode.Parse(value));

        AssertRefused(expected, () => StyleFile.Read(_folder.Path));
    }

    [Theory]
    [InlineData("id")]
    [InlineData("name")]
    [InlineData("kind")]
    [InlineData("graphs")]
    [InlineData("vocabulary")]
    [InlineData("vocabulary.hash")]
    [InlineData("ticksPerQuarter")]
    [InlineData("pitchRange")]
    [InlineData("pitchRange.highest")]
    [InlineData("polyphony")]
    [InlineData("meanVelocity")]
    public void Missing_value_is_named(string key)
    {
        StyleFiles.Recurrent.Write(_folder.Path);
        var root = ReadJson();
        Parent(root, key).Remove(key.Split('.')[^1]);
        File.WriteAllText(_folder[StyleFile.FileName], root.ToJsonString());

        AssertRefused($"lacks \"{key}\"", () => StyleFile.Read(_folder.Path));
    }

    [Fact]
    public void Missing_graph_is_refused()
    {
        StyleFiles.Recurrent.Write(_folder.Path);
        var root = ReadJson();
        root["graphs"]!.AsObject().Remove("duration");
        File.WriteAllText(_folder[StyleFile.FileName], root.ToJsonString());

        AssertRefused("needs a \"duration\" graph", () => StyleFile.Read(_folder.Path));
    }

    [Fact]
    public void Wrong_value_is_not_written()
    {
        AssertRefused("\"polyphony\" 0", () => (StyleFiles.Recurrent with { Polyphony = 0 }).Write(_folder.Path));

        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void Folder_that_cannot_be_created_is_refused()
    {
        File.WriteAllText(_folder["file"], "");

        AssertRefused("cannot be written", () => StyleFiles.Recurrent.Write(_folder["file/style"]));
    }

    private JsonObject ReadJson() => JsonNode.Parse(File.ReadAllText(_folder[StyleFile.FileName]))!.AsObject();

    private void Change(string key, JsonNode? value)
    {
        var root = ReadJson();
        Parent(root, key)[key.Split('.')[^1]] = value;
        File.WriteAllText(_folder[StyleFile.FileName], root.ToJsonString());
    }

    private static JsonObject Parent(JsonObject root, string key) =>
        key.Split('.')[..^1].Aggregate(root, (node, name) => node[name]!.AsObject());

    private static JsonNode? Find(JsonObject root, string key) => Parent(root, key)[key.Split('.')[^1]];
}
