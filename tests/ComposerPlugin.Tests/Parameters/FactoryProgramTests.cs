using ComposerPlugin.Styles;

namespace ComposerPlugin.Tests;

public sealed class FactoryProgramTests : IDisposable
{
    private const string Good = """{"format":1,"program":"Good","parameters":{"mode":1}}""";

    private readonly TemporaryFolder _folder = new();

    public FactoryProgramTests()
    {
        Directory.CreateDirectory(_folder["style/programs"]);
        File.WriteAllText(_folder["style/programs/good.json"], Good);
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("""{"format":1,"program":"A","program":"B"}""")]
    [InlineData("""{"format":1,"program":"A","parameters":{"mode":1,"mode":2}}""")]
    [InlineData("""{"format":1,"program":"\ud800"}""")]
    [InlineData("[[[[[[[[[[[[[")]
    [InlineData("")]
    public void Bad_file_costs_its_program_only(string text)
    {
        File.WriteAllText(_folder["style/programs/bad.json"], text);

        Assert.Equal("Good", Assert.Single(FactoryPrograms.Read(_folder.Path)).Name);
    }

    [Fact]
    public void Links_are_not_followed()
    {
        using var elsewhere = new TemporaryFolder();
        Directory.CreateDirectory(elsewhere["programs"]);
        File.WriteAllText(elsewhere["programs/other.json"], Good.Replace("Good", "Other", StringComparison.Ordinal));
        Directory.CreateSymbolicLink(_folder["linked"], elsewhere.Path);
        Directory.CreateSymbolicLink(_folder["style/programs/a"], _folder["style/programs"]);
        Directory.CreateSymbolicLink(_folder["style/programs/b"], _folder.Path);
        File.CreateSymbolicLink(_folder["style/programs/other.json"], elsewhere["programs/other.json"]);

        Assert.Equal("Good", Assert.Single(FactoryPrograms.Read(_folder.Path)).Name);
        var entry = new StyleEntry(32, "linked", "Linked", _folder["linked"]);
        Assert.Empty(FactoryPrograms.ReadUser(entry, []));
    }

    [Fact]
    public void Style_with_an_id_that_leads_out_of_the_folder_is_not_installed()
    {
        using var user = new TemporaryFolder();
        string preset = Repository.File("presets/hymn-light");
        foreach (string file in Directory.GetFiles(preset, "*.onnx"))
            File.Copy(file, _folder[$"style/{Path.GetFileName(file)}"]);
        (StyleFile.Read(preset) with { Id = "../outside" }).Write(_folder["style"]);

        string result = StyleImport.Install(_folder["style"], user["styles"]);

        Assert.StartsWith("The style was not installed, because its id \"../outside\" is no folder name", result, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(user.Path));
    }
}
