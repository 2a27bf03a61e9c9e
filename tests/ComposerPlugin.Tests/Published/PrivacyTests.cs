
namespace ComposerPlugin.Tests.Published;

/// <summary>The plugin uses no network, starts no program and writes only to its own folders.</summary>
public sealed class PrivacyTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("composer-private-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_plugin_opens_no_network_socket_starts_no_program_and_writes_nothing_outside_its_folder()
    {
        // With telemetry on, ONNX Runtime writes a file while a style loads, and looks up its server from the ninth second.
        string phrase = Repository.File("presets/phrases/reel.mid");
        var played = TracedProcess.Run(_folder, Path.Combine(AppContext.BaseDirectory, "ComposerPlugin.Play.dll"),
            phrase, "--plugin", Bundle.Folder, "--out", Path.Combine(_folder, "out"), "--seconds", "14");

        Assert.True(played.Code == 0, played.Output);
        Assert.True(played.Opened("libonnxruntime.so"));
        Assert.Empty(played.Connections);
        // A script may stand before the program dotnet.
        Assert.All(played.Programs, program => Assert.Equal("dotnet", Path.GetFileName(program)));
        Assert.Empty(played.ForeignFiles);
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(_folder, "home")));
    }
}
