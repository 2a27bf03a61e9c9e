using System.Text.Json.Nodes;
using ComposerPlugin.Editor;
using ComposerPlugin.Editor.Tests;
using ComposerPlugin.Styles;

namespace ComposerPlugin.Tests.Window;

/// <summary>
/// The list of styles, and what is dropped on the window. Every instance of the process lists user styles, so no other test runs beside.
/// </summary>
[Collection(nameof(WindowStylesTests))]
[CollectionDefinition(nameof(WindowStylesTests), DisableParallelization = true)]
public sealed class WindowStylesTests : IDisposable
{
    private const int FirstUserSlot = StyleCatalog.PresetSlots;

    private readonly TemporaryFolder _folder = new();
    private readonly FakeControl _choice = new("Style", 0, StyleCatalog.AsSaved, 0, steps: StyleCatalog.AsSaved);
    private readonly List<string> _phrases = [];
    private readonly WindowStyles _styles;

    public WindowStylesTests()
    {
        Clear();
        _styles = new(_choice, UsePhrase);
        _styles.Refresh();
        Write("mine", "Mine");
    }

    public void Dispose()
    {
        Clear();
        _folder.Dispose();
    }

    [Fact]
    public void A_dropped_style_is_listed_and_can_be_chosen()
    {
        int version = _styles.Version;
        Assert.DoesNotContain(_styles.Items, item => !item.IsPreset);
        Assert.Equal("Installing mine.", _styles.TakeDropped(_folder["mine"] + Path.DirectorySeparatorChar));
        Assert.Equal("Mine is installed: choose it in the list of styles.", AwaitMessage());
        var item = Assert.Single(_styles.Items, item => !item.IsPreset);
        Assert.Equal(("mine", "Mine", FirstUserSlot, false), (item.Id, item.Name, item.Slot, item.IsFavourite));
        Assert.NotEqual(version, _styles.Version);
        Assert.Contains("GRU", _styles.Read(item).Model, StringComparison.Ordinal);

        _styles.Choose(item);
        Assert.Equal(["begin", "end"], [_choice.Gestures[0], _choice.Gestures[^1]]);
        _styles.Refresh();
        Assert.Equal((item, "Mine"), (_styles.Current, _styles.CurrentName));
    }

    [Fact]
    public void The_style_file_stands_for_its_folder()
    {
        Assert.Equal("Installing mine.", _styles.TakeDropped(Path.Combine(_folder["mine"], StyleFile.FileName)));
        Assert.StartsWith("Mine is installed", AwaitMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_style_is_not_listed()
    {
        File.WriteAllText(Path.Combine(_folder["mine"], StyleFile.FileName), "[]");
        _styles.TakeDropped(_folder["mine"]);
        Assert.Contains("is not a style", AwaitMessage(), StringComparison.Ordinal);
        Assert.DoesNotContain(_styles.Items, item => !item.IsPreset);
    }

    [Fact]
    public void One_style_is_installed_at_a_time()
    {
        Write("other", "Other");
        _styles.TakeDropped(_folder["mine"]);
        Assert.StartsWith("Another style is being installed", _styles.TakeDropped(_folder["other"]), StringComparison.Ordinal);
        Assert.StartsWith("Mine is installed", AwaitMessage(), StringComparison.Ordinal);
        Assert.Equal("Installing other.", _styles.TakeDropped(_folder["other"]));
        Assert.StartsWith("Other is installed", AwaitMessage(), StringComparison.Ordinal);
        Assert.Equal(["Mine", "Other"], _styles.Items.Where(item => !item.IsPreset).Select(item => item.Name).Order());
    }

    [Fact]
    public void A_MIDI_file_becomes_the_phrase_and_other_files_are_refused()
    {
        foreach (string name in (string[])["a.mid", "b.MIDI", "c.wav", "d"])
            File.WriteAllText(_folder[name], "");
        File.CreateSymbolicLink(_folder["e.mid"], _folder["a.mid"]);
        Assert.Equal("phrase", _styles.TakeDropped(_folder["a.mid"]));
        Assert.Equal("phrase", _styles.TakeDropped(_folder["b.MIDI"]));
        Assert.Equal("phrase", _styles.TakeDropped(_folder["e.mid"]));
        Assert.Equal("c.wav is neither a style's folder nor a MIDI file: drop one of these.", _styles.TakeDropped(_folder["c.wav"]));
        Assert.StartsWith("d is neither", _styles.TakeDropped(_folder["d"]), StringComparison.Ordinal);
        Assert.StartsWith("nowhere is neither", _styles.TakeDropped(_folder["nowhere"]), StringComparison.Ordinal);
        Assert.Equal(["a.mid", "b.MIDI", "e.mid"], _phrases.Select(Path.GetFileName));
    }

    [Fact]
    public void Favourites_are_kept_for_all_instances()
    {
        _styles.TakeDropped(_folder["mine"]);
        AwaitMessage();
        _styles.Mark(Own(_styles), isFavourite: true);
        _styles.Refresh();
        Assert.True(Own(_styles).IsFavourite);
        var other = new WindowStyles(_choice, UsePhrase);
        other.Refresh();
        Assert.True(Own(other).IsFavourite);
        other.Mark(Own(other), isFavourite: true);
        Assert.Equal(["mine"], WindowSettings.Shared.Favourites);
        other.Mark(Own(other), isFavourite: false);
        other.Refresh();
        Assert.False(Own(other).IsFavourite);
        Assert.Empty(WindowSettings.Shared.Favourites);
    }

    [Fact]
    public void A_style_that_is_not_installed_has_a_name_and_no_entry()
    {
        _choice.Choose(FirstUserSlot + 3);
        _styles.Refresh();
        Assert.Null(_styles.Current);
        Assert.Equal($"(empty {FirstUserSlot + 4}: the style stays)", _styles.CurrentName);
        _choice.Choose(StyleCatalog.AsSaved);
        _styles.Refresh();
        Assert.Equal("As saved in the project", _styles.CurrentName);
    }

    private static StyleItem Own(WindowStyles styles) => styles.Items.Single(item => !item.IsPreset);

    private static void Clear()
    {
        if (Directory.Exists(DataFolder.Styles))
            Directory.Delete(DataFolder.Styles, recursive: true);
        StylePaths.Catalog.Refresh();
    }

    private string UsePhrase(string path)
    {
        _phrases.Add(path);
        return "phrase";
    }

    private string AwaitMessage()
    {
        string? message = null;
        Assert.True(SpinWait.SpinUntil(() => Next() is not null, TimeSpan.FromSeconds(60)));
        return message!;

        string? Next()
        {
            _styles.Refresh();
            return message = _styles.TakeMessage();
        }
    }

    private void Write(string id, string name)
    {
        string preset = Repository.File("presets/irish-scots-session");
        Directory.CreateDirectory(_folder[id]);
        foreach (string file in Directory.GetFiles(preset, "*.onnx"))
            File.Copy(file, Path.Combine(_folder[id], Path.GetFileName(file)));
        var style = JsonNode.Parse(File.ReadAllText(Path.Combine(preset, StyleFile.FileName)))!;
        (style["id"], style["name"]) = (id, name);
        File.WriteAllText(Path.Combine(_folder[id], StyleFile.FileName), style.ToJsonString());
    }
}
