namespace ComposerPlugin.Styles.Tests;

public sealed class StyleCatalogTests : IDisposable
{
    private readonly TemporaryFolder _presets = new(), _own = new();
    private readonly StyleCatalog _catalog;

    public StyleCatalogTests()
    {
        _catalog = Open();
        Write(_presets, "reels");
        Write(_presets, "chorales");
        _catalog.Refresh();
    }

    public void Dispose()
    {
        _presets.Dispose();
        _own.Dispose();
    }

    [Fact]
    public void Presets_have_the_slots_of_their_release_and_user_styles_follow_by_name()
    {
        Write(_own, "waltzes");
        Write(_own, "ballads");
        _catalog.Refresh();

        Assert.Equal([(0, "chorales"), (1, "reels"), (32, "ballads"), (33, "waltzes")], Listed(_catalog));
        Assert.Equal("Name of reels", _catalog.Current[1]!.Name);
        Assert.Null(_catalog.Current[2]);
        Assert.Null(_catalog.Current[StyleCatalog.AsSaved]);
    }

    [Fact]
    public void New_style_takes_no_slot_of_another_even_after_a_restart()
    {
        Write(_own, "waltzes");
        _catalog.Refresh();
        Write(_own, "airs");
        _catalog.Refresh();

        Assert.Equal([(0, "chorales"), (1, "reels"), (32, "waltzes"), (33, "airs")], Listed(_catalog));
        var later = Open();
        later.Refresh();
        Assert.Equal(Listed(_catalog), Listed(later));
    }

    [Fact]
    public void Deleted_style_keeps_its_slot_until_it_returns()
    {
        Write(_own, "airs");
        Write(_own, "waltzes");
        _catalog.Refresh();
        Directory.Delete(_own["airs"], recursive: true);
        _catalog.Refresh();
        Assert.Equal(33, _catalog.Current.Find("waltzes")!.Slot);

        Write(_own, "airs");
        _catalog.Refresh();

        Assert.Equal(32, _catalog.Current.Find("airs")!.Slot);
    }

    [Fact]
    public void Folder_without_a_style_file_is_not_listed()
    {
        Directory.CreateDirectory(_own["half"]);
        File.WriteAllText(_own["half/step.onnx"], "");
        File.WriteAllText(_own["half/style.json.part"], "{");
        _catalog.Refresh();
        Assert.Null(_catalog.Current.Find("half"));

        Write(_own, "half");
        _catalog.Refresh();

        Assert.Equal("Name of half", _catalog.Current.Find("half")!.Name);
    }

    [Fact]
    public void User_style_cannot_replace_a_preset()
    {
        Write(_own, "reels");
        _catalog.Refresh();

        Assert.Equal(1, _catalog.Current.Find("reels")!.Slot);
        Assert.Equal(32, _catalog.Current.Find("own/reels")!.Slot);
    }

    [Fact]
    public void Style_that_cannot_be_read_is_listed_under_its_folders_name()
    {
        Directory.CreateDirectory(_own["broken"]);
        File.WriteAllText(_own["broken/style.json"], "{");
        _catalog.Refresh();

        Assert.Equal("broken", _catalog.Current.Find("broken")!.Name);
    }

    [Fact]
    public void New_name_is_read_again()
    {
        Write(_own, "airs");
        _catalog.Refresh();
        (StyleFiles.Recurrent with { Name = "Slow airs" }).Write(_own["airs"]);
        _catalog.Refresh();

        Assert.Equal("Slow airs", _catalog.Current.Find("airs")!.Name);
    }

    [Fact]
    public void List_stays_the_same_while_the_styles_do()
    {
        Write(_own, "airs");
        _catalog.Refresh();
        var before = _catalog.Current;
        _catalog.Refresh();
        Assert.Same(before, _catalog.Current);

        Write(_own, "polkas");
        _catalog.Refresh();
        Assert.NotSame(before, _catalog.Current);
    }

    [Fact]
    public void More_styles_than_slots_are_found_by_their_ids()
    {
        for (int i = 0; i < StyleCatalog.Slots; i++)
            Write(_own, $"style-{i:000}");
        _catalog.Refresh();

        Assert.Equal("style-094", _catalog.Current[StyleCatalog.AsSaved - 1]!.Id);
        Assert.Equal(StyleCatalog.Slots, _catalog.Current.Find("style-127")!.Slot);
    }

    [Fact]
    public void Slots_are_read_where_they_cannot_be_written()
    {
        Write(_own, "zeta");
        Write(_own, "alpha");
        File.WriteAllText(_own["order.txt"], "zeta\nalpha\n");
        // Nobody else may write to it.
        using (File.Open(_own["order.txt"], FileMode.Open, FileAccess.Read, FileShare.Read))
        {
            _catalog.Refresh();
            Assert.Equal([(32, "zeta"), (33, "alpha")], Listed(_catalog).Skip(2));
            Assert.Null(_catalog.Problem);

            Write(_own, "beta");
            _catalog.Refresh();
            Assert.Equal((34, "beta"), Listed(_catalog).Last());
            Assert.Contains("cannot be written", _catalog.Problem, StringComparison.Ordinal);
        }
        _catalog.Refresh();
        Assert.Null(_catalog.Problem);
        Assert.Equal("zeta\nalpha\nbeta\n", File.ReadAllText(_own["order.txt"]));
    }

    [Fact]
    public void Slots_wait_while_another_program_locks_them()
    {
        Write(_own, "zeta");
        Write(_own, "alpha");
        File.WriteAllText(_own["order.txt"], "zeta\nalpha\n");
        using (File.Open(_own["order.txt"], FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            _catalog.Refresh();
            Assert.Equal([(StyleCatalog.Slots, "alpha"), (StyleCatalog.Slots, "zeta")], Listed(_catalog).Skip(2));
            Assert.Contains("in use", _catalog.Problem, StringComparison.Ordinal);
        }
        _catalog.Refresh();
        Assert.Equal([(32, "zeta"), (33, "alpha")], Listed(_catalog).Skip(2));
    }

    [Theory]
    [InlineData("airs\nreels2")]
    [InlineData("airs\r\nreels2")]
    [InlineData("\uFEFFairs\nreels2")]
    public void A_last_line_without_an_end_stays_a_line(string text)
    {
        File.WriteAllText(_own["order.txt"], text);
        foreach (string name in (string[])["airs", "reels2", "waltzes"])
            Write(_own, name);
        _catalog.Refresh();
        var later = Open();
        later.Refresh();
        Assert.Equal([(32, "airs"), (33, "reels2"), (34, "waltzes")], Listed(later).Skip(2));
    }

    [Fact]
    public void The_folder_of_user_styles_is_made_or_the_problem_is_named()
    {
        var catalog = new StyleCatalog(_presets.Path, [], _own["new/styles"]);
        catalog.MakeUserFolder();
        catalog.Refresh();
        Assert.True(Directory.Exists(_own["new/styles"]));
        Assert.Null(catalog.Problem);

        File.WriteAllText(_own["file"], "");
        catalog = new StyleCatalog(_presets.Path, [], _own["file/styles"]);
        catalog.MakeUserFolder();
        catalog.Refresh();
        Assert.Equal("the folder of your styles cannot be made", catalog.Problem);

        catalog = new StyleCatalog(_presets.Path, [], null);
        catalog.MakeUserFolder();
        catalog.Refresh();
        Assert.Equal("there is no home folder for your styles", catalog.Problem);
        Assert.Equal(2, catalog.Current.Entries.Count);
    }

    [Fact]
    public void Missing_folders_are_accepted()
    {
        var nothing = new StyleCatalog(_presets["gone"], [], _own["gone"]);
        nothing.Refresh();

        Assert.Empty(nothing.Current.Entries);
        Assert.False(Directory.Exists(_own["gone"]));
    }

    private StyleCatalog Open() => new(_presets.Path, ["chorales", "reels"], _own.Path);

    private static void Write(TemporaryFolder folder, string name) =>
        (StyleFiles.Recurrent with { Id = name, Name = $"Name of {name}" }).Write(folder[name]);

    private static IEnumerable<(int, string)> Listed(StyleCatalog catalog) =>
        catalog.Current.Entries.Select(entry => (entry.Slot, entry.Id));
}
