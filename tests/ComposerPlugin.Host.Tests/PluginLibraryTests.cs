namespace ComposerPlugin.Host.Tests;

public class PluginLibraryTests
{
    [Fact]
    public void Classes_are_listed()
    {
        using var library = PassPlugin.Library();
        Assert.Equal("Vendor", library.Vendor);
        var only = Assert.Single(library.Classes);
        Assert.Equal(("Pass", "Audio Module Class", "Fx", "Vendor"), (only.Name, only.Category, only.Subcategories, only.Vendor));
    }

    [Fact]
    public void An_unknown_class_is_named_with_the_known_ones()
    {
        using var library = PassPlugin.Library();
        var error = Assert.Throws<ArgumentException>(() => library.Create("Passs"));
        Assert.StartsWith("There is no class \"Passs\"; there are: Pass.", error.Message);
    }

    [Fact]
    public void A_missing_bundle_is_named()
    {
        var error = Assert.Throws<FileNotFoundException>(() => PluginLibrary.Load("/nowhere/None.vst3"));
        Assert.Contains("None.vst3", error.Message);
    }

    [Fact]
    public void A_plugin_describes_itself_and_releases_all_references()
    {
        using var library = PassPlugin.Library();
        var plugin = library.Create("Pass");
        Assert.Equal(3, plugin.Buses.Count);
        Assert.Equal("Pedal", Assert.Single(plugin.Parameters).Title);
        Assert.Equal("0.50", plugin.Format(PassPlugin.Pedal, 0.5));
        Assert.True(plugin.TryParse(PassPlugin.Pedal, "0.25", out double value));
        Assert.Equal(0.25, value);
        Assert.False(plugin.TryParse(PassPlugin.Pedal, "half", out _));
        Assert.Equal((1, 0.5), (plugin.ToPlain(PassPlugin.Pedal, 0.5), plugin.ToNormalized(PassPlugin.Pedal, 1)));
        Assert.Equal(PassPlugin.Pedal, plugin.MapController(0, 0, 64));
        Assert.Null(plugin.MapController(0, 0, 1));
        plugin.SetParameter(PassPlugin.Pedal, 0.75);
        Assert.Equal(0.75, plugin.GetNormalized(PassPlugin.Pedal));
        plugin.Dispose();
    }

    [Fact]
    public void State_is_restored()
    {
        using var library = PassPlugin.Library();
        using var plugin = library.Create("Pass");
        Assert.True(plugin.SetState([1, 2, 3], longestRead: 2));
        Assert.Equal([1, 2, 3], plugin.GetState());
        Assert.False(plugin.SetState(new byte[101]));
    }
}
