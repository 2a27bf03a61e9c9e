namespace Architecture.Tests;

/// <summary>Does the code have the arrows of docs/architecture.md, all of them and no others, and no cycle?</summary>
public class ArchitectureTests
{
    private const int MostFiles = 20;
    private const int MostColumns = 140;

    /// <summary>The projects with folders, and what the picture calls the root folder of each.</summary>
    public static TheoryData<string, string> Houses => new()
    {
        { "ComposerPlugin.Music", "Music" },
        { "ComposerPlugin.Styles", "Styles" },
        { "ComposerPlugin.Engine", "Engine" },
        { "ComposerPlugin.Inference", "Inference" },
        { "ComposerPlugin.Composing", "Composing" },
        { "ComposerPlugin.Vst3", "Vst3" },
        { "ComposerPlugin", "Plugin" },
        { "ComposerTrainer", "Trainer" },
    };

    [Fact]
    public void Projects_reference_each_other_as_drawn() =>
        AssertDrawn("Projects", [.. House.References.Where(arrow => arrow.To != "DryWetMidi")]);

    [Theory]
    [MemberData(nameof(Houses))]
    public void Folders_use_each_other_as_drawn(string project, string root)
    {
        var folders = new Folders(project, root);
        AssertDrawn(project, folders.Arrows, folders.Reasons);
    }

    [Fact]
    public void The_worker_knows_only_the_messages_of_the_engine()
    {
        var engine = new Folders("ComposerPlugin.Engine", "Engine");
        var used = new Folders("ComposerPlugin.Composing", "Composing").TypesUsedOf("ComposerPlugin.Engine")
            .GroupBy(engine.FolderOf, StringComparer.Ordinal);
        Assert.Equal(["Controls", "Messages", "Threads", "Window"], used.Select(folder => folder.Key).Order());
    }

    [Theory]
    [MemberData(nameof(Houses))]
    public void Each_type_has_a_file_of_its_name(string project, string root)
    {
        var folders = new Folders(project, root);
        Assert.Empty(folders.Strays);
        Assert.Empty(folders.Twice);
    }

    [Theory]
    [InlineData("src")]
    [InlineData("trainer")]
    [InlineData("tests")]
    public void No_folder_holds_more_than_twenty_files(string part)
    {
        var sources = House.Sources(Path.Combine(House.Root, part)).ToList();
        Assert.NotEmpty(sources);
        Assert.DoesNotContain(sources.CountBy(path => Path.GetDirectoryName(path)!), folder => folder.Value > MostFiles);
    }

    // The build checks lines of code (RCS0056), but not those of comments.
    [Theory]
    [InlineData("src")]
    [InlineData("trainer")]
    [InlineData("tests")]
    public void No_line_is_longer_than_140_columns(string part)
    {
        var sources = House.Sources(Path.Combine(House.Root, part)).ToList();
        Assert.NotEmpty(sources);
        Assert.Equal([], sources.SelectMany(path => File.ReadLines(path).Where(line => line.Length > MostColumns)));
    }

    private static void AssertDrawn(string heading, SortedSet<Arrow> actual, ILookup<Arrow, string>? reasons = null)
    {
        var drawn = Picture.Arrows(heading);
        string Why(Arrow arrow) => reasons is null ? $"{arrow}" : $"{arrow} ({string.Join(", ", reasons[arrow].Take(5))})";
        AssertNone("is not drawn in docs/architecture.md", actual.Except(drawn).Select(Why));
        AssertNone("is drawn in docs/architecture.md, but nothing uses it", drawn.Except(actual).Select(Why));
        AssertNone("is part of a cycle, or leads to one", CycleOf(actual).Select(Why));
    }

    private static void AssertNone(string what, IEnumerable<string> arrows) =>
        Assert.True(!arrows.Any(), string.Join('\n', arrows.Select(arrow => $"{arrow} {what}.")));

    // What is left when arrows to what uses nothing are taken away again and again.
    private static List<Arrow> CycleOf(SortedSet<Arrow> arrows)
    {
        var left = arrows.ToList();
        for (int before = -1; before != left.Count;)
        {
            before = left.Count;
            var users = left.Select(arrow => arrow.From).ToHashSet();
            left.RemoveAll(arrow => !users.Contains(arrow.To));
        }
        return left;
    }
}
