using System.Text.Json.Nodes;
using ComposerPlugin.Styles;

namespace ComposerPlugin.Tests.Window;

/// <summary>Folders of styles that are dropped on the window.</summary>
public sealed class StyleImportTests : IDisposable
{
    private static readonly string _preset = Repository.File("presets/irish-scots-session");

    private readonly TemporaryFolder _folder = new();

    private string Dropped => _folder["dropped"];

    private string Styles => _folder["data/styles"];

    public StyleImportTests() => Write(Dropped, "mine");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_good_style_is_installed_with_its_graphs_and_programs_and_nothing_else()
    {
        File.WriteAllText(Path.Combine(Dropped, "diary.txt"), "Dear reader");
        Directory.CreateDirectory(Path.Combine(Dropped, "programs"));
        File.WriteAllText(Path.Combine(Dropped, "programs", "1.json"), "{}");
        File.WriteAllText(Path.Combine(Dropped, "programs", "huge.json"), new string(' ', (1 << 16) + 1));
        File.WriteAllText(Path.Combine(Dropped, "programs", "readme.txt"), "Dear reader");

        Assert.Equal("Mine is installed: choose it in the list of styles.", StyleImport.Install(Dropped, Styles));
        string installed = Path.Combine(Styles, "mine");
        string[] expected =
            ["duration.onnx", "gap.onnx", "pitch.onnx", "programs", "programs/1.json", "step.onnx", "style.json", "velocity.onnx"];
        Assert.Equal(expected, Files(installed));
        Assert.Equal([installed], Directory.GetFileSystemEntries(Styles));
        Assert.Equal("Mine", StyleFile.Read(installed).Name);
        foreach (string file in expected.Where(name => name.EndsWith(".onnx", StringComparison.Ordinal)))
            Assert.Equal(File.ReadAllBytes(Path.Combine(Dropped, file)), File.ReadAllBytes(Path.Combine(installed, file)));
    }

    [Fact]
    public void A_style_that_is_there_already_is_left_as_it_is()
    {
        StyleImport.Install(Dropped, Styles);
        string installed = Path.Combine(Styles, "mine");
        Write(Dropped, "mine", "Other");
        Assert.StartsWith("A style with the id mine is installed already", StyleImport.Install(Dropped, Styles), StringComparison.Ordinal);
        Assert.Equal("Mine", StyleFile.Read(installed).Name);
        Assert.Equal("Mine is installed already.", StyleImport.Install(installed, Styles));
        // A file in its place is not replaced either.
        File.WriteAllText(Path.Combine(Styles, "taken"), "");
        Write(Dropped, "taken");
        Assert.Contains("installed already", StyleImport.Install(Dropped, Styles), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../outside")]
    [InlineData("..")]
    [InlineData(".")]
    [InlineData("/tmp/composer-outside")]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("con:")]
    [InlineData("a\0b")]
    [InlineData(".hidden")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public void An_id_that_is_no_folder_name_is_refused(string id)
    {
        Write(Dropped, id);
        Assert.Contains("is no folder name: export it again", StyleImport.Install(Dropped, Styles), StringComparison.Ordinal);
        AssertNothingInstalled();
        Assert.False(Directory.Exists(_folder["data/outside"]) || Directory.Exists("/tmp/composer-outside"));
    }

    [Theory]
    [InlineData("../stolen.onnx")]
    [InlineData("/etc/passwd")]
    [InlineData(null)]
    public void Graphs_that_its_type_does_not_need_are_not_copied(string? path)
    {
        File.Copy(Path.Combine(Dropped, "step.onnx"), _folder["stolen.onnx"]);
        Change(Dropped, json => json["graphs"]!["extra"] = path);
        Assert.StartsWith("Mine is installed", StyleImport.Install(Dropped, Styles), StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(Styles, "stolen.onnx")));
    }

    [Fact]
    public void A_broken_style_is_refused_with_its_reason()
    {
        AssertRefused("has no style.json", () => File.Delete(Path.Combine(Dropped, "style.json")));
        AssertRefused("is not JSON", () => File.WriteAllText(Path.Combine(Dropped, "style.json"), "{"));
        AssertRefused("is empty", () => File.WriteAllText(Path.Combine(Dropped, "style.json"), ""));
        AssertRefused("is missing", () => File.Delete(Path.Combine(Dropped, "pitch.onnx")));
        AssertRefused("is not a complete ONNX file", () => File.WriteAllText(Path.Combine(Dropped, "pitch.onnx"), "Dear reader"));
        AssertRefused("not a path inside the style's folder", () => Change(Dropped, json => json["graphs"]!["pitch"] = "../pitch.onnx"));
        AssertRefused("newer than", () => Change(Dropped, json => json["format"] = 99));
        Assert.Contains("There is no style folder", StyleImport.Install(_folder["nowhere"], Styles), StringComparison.Ordinal);
    }

    [Fact]
    public void Links_in_a_style_are_refused()
    {
        string graph = Path.Combine(Dropped, "gap.onnx"), file = Path.Combine(Dropped, "style.json");
        AssertRefused("behind the link", () => Link(graph, _folder["gap.onnx"]));
        AssertRefused("is a link", () => Link(file, _folder["style.json"]));

        Write(Dropped, "mine");
        Directory.CreateDirectory(_folder["elsewhere"]);
        File.WriteAllText(_folder["elsewhere/1.json"], "{}");
        Directory.CreateSymbolicLink(Path.Combine(Dropped, "programs"), _folder["elsewhere"]);
        Assert.StartsWith("Mine is installed", StyleImport.Install(Dropped, Styles), StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(Styles, "mine", "programs")));
    }

    [Fact]
    public void A_link_to_a_folder_is_the_folder_that_the_musician_dropped()
    {
        Directory.CreateSymbolicLink(_folder["link"], Dropped);
        Assert.StartsWith("Mine is installed", StyleImport.Install(_folder["link"], Styles), StringComparison.Ordinal);
        Assert.Null(new DirectoryInfo(Path.Combine(Styles, "mine")).LinkTarget);
    }

    [Fact]
    public void A_huge_file_is_refused_before_it_is_read()
    {
        AssertRefused("is larger than 64 MiB", () => Enlarge(Path.Combine(Dropped, "step.onnx"), 1L << 40));
        AssertRefused("is larger than 4 MiB", () => Enlarge(Path.Combine(Dropped, "style.json"), 1L << 40));
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_named()
    {
        Directory.CreateDirectory(_folder["data"]);
        File.WriteAllText(Styles, "");
        string message = StyleImport.Install(Dropped, Styles);
        Assert.StartsWith("The style was not installed (", message, StringComparison.Ordinal);
        Assert.EndsWith($"): check the folder {Styles}.", message, StringComparison.Ordinal);
    }

    private static string[] Files(string folder) =>
        [.. Directory.GetFileSystemEntries(folder, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(folder, path))
            .Order(StringComparer.Ordinal)];

    private static void Write(string folder, string id, string name = "Mine")
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);
        foreach (string file in Directory.GetFiles(_preset, "*.onnx").Append(Path.Combine(_preset, StyleFile.FileName)))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        Change(folder, json => (json["id"], json["name"]) = (id, name));
    }

    private static void Change(string folder, Action<JsonNode> change)
    {
        string path = Path.Combine(folder, StyleFile.FileName);
        var json = JsonNode.Parse(File.ReadAllText(path))!;
        change(json);
        File.WriteAllText(path, json.ToJsonString());
    }

    // The file goes elsewhere, and a link to it stays.
    private static void Link(string path, string elsewhere)
    {
        File.Move(path, elsewhere);
        File.CreateSymbolicLink(path, elsewhere);
    }

    // A sparse file: it takes no room.
    private static void Enlarge(string path, long bytes)
    {
        using var file = File.OpenWrite(path);
        file.SetLength(bytes);
    }

    private void AssertRefused(string reason, Action spoil)
    {
        Write(Dropped, "mine");
        spoil();
        string message = StyleImport.Install(Dropped, Styles);
        Assert.Contains(reason, message, StringComparison.Ordinal);
        Assert.EndsWith(".", message, StringComparison.Ordinal);
        AssertNothingInstalled();
    }

    private void AssertNothingInstalled() => Assert.Empty(Directory.Exists(Styles) ? Directory.GetFileSystemEntries(Styles) : []);
}
