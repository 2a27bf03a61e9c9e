namespace ComposerPlugin.Tests.Window;

/// <summary>What the window says about a style.</summary>
public sealed class StyleCardTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("composer-card-").FullName;

    public static TheoryData<string> Presets =>
        [
            .. Directory.GetFiles(Repository.File("presets"), "style.json", SearchOption.AllDirectories)
                .Select(file => Path.GetDirectoryName(file)!),
        ];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(Presets))]
    public void Every_preset_says_what_it_was_trained_on(string folder)
    {
        var card = StyleCards.Read("", folder);
        Assert.Contains("MIT", card.Licence, StringComparison.Ordinal);
        // Plain text: the links of the README lead nowhere in the window.
        Assert.DoesNotContain('[', card.Licence);
        Assert.DoesNotContain('*', card.Licence);
        Assert.Contains(card.Figures, figure => figure.Name == "Trained on");
    }

    [Fact]
    public void The_sources_are_read_without_marks_and_without_the_next_section()
    {
        File.WriteAllLines(
            Path.Combine(_folder, "README.md"),
            [
                "# A style", "Text.", "", "## Sources", "", "Tunes of *Osaka*, see", "[CREDITS.md](../../CREDITS.md).", "",
                "## More", "Not this.",
            ]);
        Assert.Equal("Tunes of Osaka, see CREDITS.md.", StyleSources.Read(_folder));
    }

    [Fact]
    public void A_folder_without_a_section_of_sources_says_nothing()
    {
        Assert.Equal("", StyleSources.Read(_folder));
        File.WriteAllText(Path.Combine(_folder, "README.md"), "# A style");
        Assert.Equal("", StyleSources.Read(_folder));
        Assert.Equal("", StyleSources.Read(Path.Combine(_folder, "missing")));
    }
}
