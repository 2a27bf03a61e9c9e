using System.Text.Json;
using ComposerPlugin.Host;
using ComposerPlugin.Vst3;

namespace ComposerPlugin.Tests.Published;

public class LibraryTests
{
    [Fact]
    public void Classes_are_those_of_the_moduleinfo()
    {
        using var library = PluginLibrary.Load(Bundle.Folder);
        Assert.Equal(["Composer: Instrument|Generator", "Composer MIDI: Fx|Generator"],
            library.Classes.Select(one => $"{one.Name}: {one.Subcategories}"));

        using var info = JsonDocument.Parse(File.ReadAllText(Path.Combine(Bundle.Folder, "Contents/Resources/moduleinfo.json")));
        var listed = info.RootElement.GetProperty("Classes").EnumerateArray().Select(one =>
            $"{one.GetProperty("CID")} {one.GetProperty("Name")} {one.GetProperty("Category")} "
            + $"{one.GetProperty("Vendor")} {one.GetProperty("Version")} {one.GetProperty("SDKVersion")} "
            + string.Join('|', one.GetProperty("Sub Categories").EnumerateArray()));
        Assert.Equal(listed, library.Classes.Select(
            one => $"{one.Id} {one.Name} {one.Category} {one.Vendor} {one.Version} {one.SdkVersion} {one.Subcategories}"));
    }

    [Theory]
    [InlineData("Composer", 1, 2)]
    [InlineData("Composer MIDI", 0, 0)]
    public void Buses_are_those_of_the_class(string name, int audioBuses, int channels)
    {
        using var library = PluginLibrary.Load(Bundle.Folder);
        using var plugin = library.Create(name);
        var audio = plugin.Buses.Where(bus => bus.Media == MediaType.Audio).ToList();
        Assert.Equal((audioBuses, channels), (audio.Count, audio.Sum(bus => bus.Channels)));
        Assert.Equal([BusDirection.Input, BusDirection.Output], plugin.Buses.Where(bus => bus.Media == MediaType.Event)
            .Select(bus => bus.Direction).Order());
    }

    [Fact]
    public void Scanning_opens_no_model()
    {
        string copy = Bundle.Copy(_ => { });
        using var library = PluginLibrary.Load(copy);
        Assert.Equal(2, library.Classes.Count);
        Assert.DoesNotContain(
            File.ReadLines("/proc/self/maps"), line => line.Contains(Path.Combine(copy, Bundle.OnnxRuntime), StringComparison.Ordinal));

        using var plugin = library.Create("Composer");
        while (plugin.GetNormalized(Parameters.Status.Id) == 0)
            Thread.Yield();
        Assert.Contains(File.ReadLines("/proc/self/maps"),
            line => line.Contains(Path.Combine(copy, Bundle.OnnxRuntime), StringComparison.Ordinal));
    }

    [Fact]
    public void A_project_restores_its_controls()
    {
        using var library = PluginLibrary.Load(Bundle.Folder);
        using var first = library.Create("Composer");
        byte[] fresh = first.GetState();
        PlayedTake.Set(first, Parameters.AnswerBars, 2);
        PlayedTake.Set(first, Parameters.Seed, 77);
        var setup = new SessionSetup { Mode = ProcessMode.Offline };
        var reference = PlayedTake.Play(first, "reel.mid", setup).Events;
        byte[] saved = first.GetState();

        using var second = library.Create("Composer");
        Assert.Equal(fresh, second.GetState());
        Assert.True(second.SetState(saved));
        Assert.Equal(saved, second.GetState());
        Assert.Equal(2, Parameters.AnswerBars.ToPlain(second.GetNormalized(Parameters.AnswerBars.Id)));
        Assert.Equal(reference, PlayedTake.Play(second, "reel.mid", setup).Events);
    }

    [Fact]
    public void An_instance_can_be_activated_repeatedly()
    {
        using var library = PluginLibrary.Load(Bundle.Folder);
        using var plugin = library.Create("Composer");
        var takes = Enumerable.Range(0, 3)
            .Select(_ => string.Join('\n', PlayedTake.Play(plugin, "jig.mid", new() { Mode = ProcessMode.Offline }).Events)).ToList();
        Assert.Single(takes.Distinct());
    }

    [Fact]
    public void Eight_instances_answer_as_one_does()
    {
        using var library = PluginLibrary.Load(Bundle.Folder);
        var alone = PlayedTake.Of("jig.mid", new() { Mode = ProcessMode.Offline }).Events;
        Parallel.For(0, 8, new ParallelOptions { MaxDegreeOfParallelism = 8 },
            _ => Assert.Equal(alone, PlayedTake.Of("jig.mid", new() { Mode = ProcessMode.Offline }).Events));
    }

    [Fact]
    public void An_instance_releases_all_references_to_the_host()
    {
        using var library = PluginLibrary.Load(Bundle.Folder);
        var plugin = library.Create("Composer");
        PlayedTake.Play(plugin, "jig.mid", new() { Mode = ProcessMode.Offline });
        plugin.Dispose();
        Assert.Equal(0, plugin.HostReferences);
    }
}
