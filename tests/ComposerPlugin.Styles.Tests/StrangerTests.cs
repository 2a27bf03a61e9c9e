using System.Text;

namespace ComposerPlugin.Styles.Tests;

/// <summary>Odd style files and graphs: each is refused with a sentence, and none disturbs the list of styles.</summary>
public sealed class StrangerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public StrangerTests() => StyleFiles.Recurrent.Write(_folder["odd"]);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("{\"format\":1,\"\\ud800 name\":1}", "has a text that is not Unicode")]
    [InlineData("{\"format\":1,\"name\":\"\\udc00\"}", "has a text that is not Unicode")]
    [InlineData("{\"format\":1,\"format\":1}", "has the key \"format\" twice")]
    [InlineData("{\"format\":1,\"evaluation\":{\"a\":1,\"a\":2}}", "has the key \"a\" twice")]
    [InlineData("{\"format\":1,\"a\":[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[", "is not JSON at line 1")]
    public void Odd_text_is_refused_and_listed_by_its_folder(string text, string expected)
    {
        File.WriteAllText(_folder["odd/style.json"], text);

        Refusal.AssertRefused(expected, () => StyleFile.Read(_folder["odd"]));
        Assert.Equal("odd", Listed().Name);
    }

    [Fact]
    public void Text_of_more_values_than_memory_is_for_is_refused()
    {
        var text = new StringBuilder("{\"format\":1,\"a\":[0");
        text.Insert(text.Length, ",0", JsonText.MostTokens);
        File.WriteAllText(_folder["odd/style.json"], text.Append("]}").ToString());

        Refusal.AssertRefused("has more than 1048576 values", () => StyleFile.Read(_folder["odd"]));
    }

    [Fact]
    public void File_time_beyond_the_calendar_is_no_error()
    {
        // Not all file systems can store the year 14645; this one can.
        const string Memory = "/dev/shm";
        if (!Directory.Exists(Memory))
            return;
        string folder = Path.Combine(Memory, $"composerplugin-{Environment.ProcessId}");
        try
        {
            StyleFiles.Recurrent.Write(Path.Combine(folder, "odd"));
            string file = Path.Combine(folder, "odd", StyleFile.FileName);
            using (var touch = System.Diagnostics.Process.Start("touch", ["-d", "@400000000000", file]))
                touch.WaitForExit();
            Assert.Throws<ArgumentOutOfRangeException>(() => File.GetLastWriteTimeUtc(file));

            Assert.Equal(FileStamp.None, FileStamp.Of(Path.Combine(folder, "odd")));
            Assert.Equal("Test", Listed(folder).Name);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Linked_folder_is_listed_but_not_read()
    {
        using var elsewhere = new TemporaryFolder();
        (StyleFiles.Recurrent with { Name = "Elsewhere" }).Write(elsewhere.Path);
        Directory.Delete(_folder["odd"], recursive: true);
        Directory.CreateSymbolicLink(_folder["odd"], elsewhere.Path);

        Assert.Equal("odd", Listed().Name);
    }

    [Theory]
    [InlineData("..", false)]
    [InlineData("../x", false)]
    [InlineData("/x", false)]
    [InlineData("C:x", false)]
    [InlineData(".hidden", false)]
    [InlineData("a\\b", false)]
    [InlineData("line\nend", false)]
    [InlineData("dot.", false)]
    [InlineData("", false)]
    [InlineData("irish-scots-session", true)]
    [InlineData("Lieder für zwei", true)]
    [InlineData("v1.2 夜", true)]
    public void Id_is_a_folder_name(string id, bool expected) => Assert.Equal(expected, StyleRules.IsFolderName(id));

    [Fact]
    public void All_presets_pass_the_rules_for_graphs()
    {
        string[] graphs = Directory.GetFiles(Repository.File("presets"), "*.onnx", SearchOption.AllDirectories);

        Assert.True(graphs.Length > 60);
        Assert.All(graphs, graph => Assert.Null(GraphRules.FindError(File.ReadAllBytes(graph))));
    }

    [Fact]
    public void Field_hidden_behind_a_tag_of_more_than_32_bits_is_refused()
    {
        byte[] graph = File.ReadAllBytes(Repository.File("presets/hymn-light/gap.onnx"));
        // The field of the graph, 7: 0x3a. ONNX Runtime drops the 33rd bit.
        int at = Array.IndexOf(graph, (byte)0x3a);
        byte[] hidden = [.. graph[..at], 0xba, 0x80, 0x80, 0x80, 0x10, .. graph[(at + 1)..]];

        Assert.Equal("is not a complete ONNX file", GraphRules.FindError(hidden));
        Assert.Null(GraphRules.FindError(graph));
    }

    private StyleEntry Listed(string? folder = null)
    {
        var catalog = new StyleCatalog(_folder["none"], [], folder ?? _folder.Path);
        catalog.Refresh();
        return Assert.Single(catalog.Current.Entries);
    }
}
