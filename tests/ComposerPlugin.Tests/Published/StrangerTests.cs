using System.Diagnostics;
using ComposerPlugin.Host;

namespace ComposerPlugin.Tests.Published;

/// <summary>Odd files among the user's styles, before the plugin is created and while it runs: it appears, plays and closes.</summary>
[Collection("User styles")]
public sealed class StrangerTests : IDisposable
{
    private static readonly Dictionary<string, Action<string>> _oddities = new()
    {
        ["half a surrogate pair"] = folder => File.WriteAllText(Path.Combine(folder, "style.json"), "{\"format\":1,\"\\ud800 name\":1}"),
        ["a key twice"] = folder => File.WriteAllText(Path.Combine(folder, "style.json"), "{\"format\":1,\"format\":1}"),
        ["a program with a key twice"] = folder => Program(folder, "a.json", """{"format":1,"program":"A","program":"B"}"""),
        ["a program of brackets"] = folder => Program(folder, "a.json", new string('[', 60_000)),
        ["links in circles"] = folder =>
        {
            Program(folder, "good.json", """{"format":1,"program":"Good","parameters":{"mode":1}}""");
            string programs = Path.Combine(folder, "programs");
            Directory.CreateSymbolicLink(Path.Combine(programs, "a"), programs);
            Directory.CreateSymbolicLink(Path.Combine(programs, "b"), folder);
            Directory.CreateSymbolicLink(Path.Combine(folder, "c"), folder);
        },
        ["a pipe"] = folder =>
        {
            Directory.CreateDirectory(Path.Combine(folder, "programs"));
            foreach (string pipe in (string[])["style.json", "programs/a.json"])
            {
                File.Delete(Path.Combine(folder, pipe));
                using var make = Process.Start("mkfifo", [Path.Combine(folder, pipe)]);
                make.WaitForExit();
            }
        },
    };

    private readonly string _bundle = Bundle.Copy(_ => { });

    public StrangerTests() => Directory.CreateDirectory(DataFolder.Styles);

    public static TheoryData<string> Oddities => [.. _oddities.Keys];

    public void Dispose() => Directory.Delete(DataFolder.Styles, recursive: true);

    [Theory]
    [MemberData(nameof(Oddities))]
    public void Plugin_plays_beside_an_odd_style_that_was_there_before(string oddity)
    {
        Write(oddity);
        using var library = PluginLibrary.Load(_bundle);

        PlayAndClose(library.Create("Composer MIDI"));
    }

    [Theory]
    [MemberData(nameof(Oddities))]
    public void Plugin_plays_on_when_an_odd_style_comes(string oddity)
    {
        using var library = PluginLibrary.Load(_bundle);
        var plugin = library.Create("Composer MIDI");
        Write(oddity);
        // The next look at the styles' folder finds the second one too.
        Good("later");
        Assert.True(SpinWait.SpinUntil(() => plugin.TryParse(Parameters.Style.Id, "Test later", out _), TimeSpan.FromSeconds(60)));

        PlayAndClose(plugin);
    }

    private static void PlayAndClose(HostedPlugin plugin)
    {
        var take = PlayedTake.Play(plugin, "reel.mid", new() { Mode = Vst3.ProcessMode.Offline });
        Assert.NotEmpty(take.Answer);
        Assert.DoesNotContain("error", take.Status, StringComparison.Ordinal);
        long began = Stopwatch.GetTimestamp();
        plugin.Dispose();
        Assert.InRange(Stopwatch.GetElapsedTime(began).TotalSeconds, 0, 1);
    }

    private void Write(string oddity) => _oddities[oddity](Good("odd"));

    private string Good(string id)
    {
        string folder = Path.Combine(DataFolder.Styles, id), style = Path.Combine(_bundle, Bundle.Style);
        Directory.CreateDirectory(folder);
        foreach (string file in Directory.GetFiles(style, "*.onnx"))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        var json = System.Text.Json.Nodes.JsonNode.Parse(File.ReadAllText(Path.Combine(style, "style.json")))!.AsObject();
        (json["id"], json["name"]) = (id, $"Test {id}");
        File.WriteAllText(Path.Combine(folder, "style.json"), json.ToJsonString());
        return folder;
    }

    private static void Program(string folder, string name, string text)
    {
        Directory.CreateDirectory(Path.Combine(folder, "programs"));
        File.WriteAllText(Path.Combine(folder, "programs", name), text);
    }
}
