
namespace ComposerPlugin.Tests.Published;

/// <summary>The plugin uses no network, starts no program and writes only to its own folders.</summary>
public sealed class PrivacyTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("composer-private-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("Automatic", 0)]
    [InlineData("CPU", 1)]
    [InlineData("CUDA", 2)]
    public void The_plugin_opens_no_network_socket_starts_no_program_and_writes_nothing_outside_its_folder(string provider, int value)
    {
        // With telemetry on, ONNX Runtime writes a file while a style loads, and looks up its server from the ninth second.
        var played = Play([], "--live", "--seconds", "14", "--set", $"Execution provider={value}");

        Assert.True(played.Opened("libonnxruntime.so"), provider);
        // Its folder is made, and nothing else.
        string home = Path.Combine(_folder, "home");
        var made = Directory.GetFileSystemEntries(home, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(home, path));
        Assert.Equal([".local", ".local/share", ".local/share/ComposerPlugin", ".local/share/ComposerPlugin/styles"], made.Order());
    }

    [Theory]
    [InlineData("a file instead of a folder", "the folder of your styles cannot be made")]
    [InlineData("nothing", "the folder of your styles cannot be made")]
    [InlineData("a relative path", "there is no home folder for your styles")]
    public void Without_a_home_folder_that_can_be_written_the_status_says_so_and_nothing_is_written_or_printed(string what, string says)
    {
        string file = Path.Combine(_folder, "file");
        File.WriteAllText(file, "");
        string home = what switch { "a file instead of a folder" => file, "nothing" => "/proc/composer-plugin/home", _ => "relative" };
        var played = Play([("HOME", home)]);

        Assert.Contains(says, played.Output, StringComparison.Ordinal);
        Assert.Equal("", played.Errors);
        // The working folder holds what the test and the host put there.
        Assert.Equal(["calls.strace", "file", "home", "out"], Directory.GetFileSystemEntries(_folder).Select(Path.GetFileName).Order());
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(_folder, "home")));
    }

    [Fact]
    public void A_style_in_the_hosts_working_folder_is_not_taken_for_a_user_style()
    {
        // Its home has no .local/share yet.
        string stray = Path.Combine(_folder, "ComposerPlugin", "styles", "stray");
        Directory.CreateDirectory(stray);
        foreach (string path in Directory.GetFiles(Path.Combine(Bundle.Folder, Bundle.Style)))
            File.Copy(path, Path.Combine(stray, Path.GetFileName(path)));
        var played = Play([], "--saved-style", "stray");

        Assert.Contains("There is no style folder", played.Output, StringComparison.Ordinal);
        Assert.Equal(["stray"], Directory.GetFileSystemEntries(Path.GetDirectoryName(stray)!).Select(Path.GetFileName));
    }

    private TracedProcess Play(IReadOnlyList<(string Name, string? Value)> environment, params string[] options)
    {
        string phrase = Repository.File("presets/phrases/reel.mid");
        var played = TracedProcess.Run(_folder, environment, Path.Combine(AppContext.BaseDirectory, "ComposerPlugin.Play.dll"),
            [phrase, "--plugin", Bundle.Folder, "--out", Path.Combine(_folder, "out"), "--verbose",
                .. options]);

        Assert.True(played.Code is 0 or 1, played.Output);
        Assert.Empty(played.Connections);
        // A script may stand before the program dotnet.
        Assert.All(played.Programs, program => Assert.Equal("dotnet", Path.GetFileName(program)));
        Assert.Empty(played.ForeignFiles);
        return played;
    }
}
