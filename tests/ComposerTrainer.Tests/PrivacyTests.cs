using ComposerPlugin.Music;
using ComposerPlugin.Trainer.CommandLine;

namespace ComposerPlugin.Trainer.Tests;

/// <summary>The trainer opens no network connection and writes only to the paths that the command names.</summary>
public sealed class PrivacyTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_trainer_opens_no_network_socket_and_writes_nothing_outside_its_folder()
    {
        TestData.Write(_folder["data"], Enumerable.Range(0, 8), Enumerable.Range(100, 2), Enumerable.Range(200, 2));
        File.WriteAllText(_folder["config.json"], """{ "hidden": 16, "dense": 16, "batchTunes": 4 }""");

        MidiFileWriter.Write(TestTunes.Song(TestTunes.Tune(1)), _folder["tune.mid"]);
        AssertPrivate([], "prepare", "tune.mid", "--out", "prepared");
        AssertPrivate([], "train", "--data", "data", "--out", "style", "--config", "config.json", "--steps", "4");
        AssertPrivate([], "evaluate", "style", "--data", "data", "--takes", "2");
        AssertPrivate([], "generate", "style", "--bars", "4", "-o", "generated.mid");
        Assert.Empty(Directory.GetFileSystemEntries(_folder["home"]));
        // Nor does it need a home folder.
        AssertPrivate([("HOME", "/proc/composer-plugin/home")], "generate", "style", "--bars", "4", "-o", "homeless.mid");
        Assert.Equal(File.ReadAllBytes(_folder["generated.mid"]), File.ReadAllBytes(_folder["homeless.mid"]));
    }

    private void AssertPrivate(IReadOnlyList<(string Name, string? Value)> environment, params string[] command)
    {
        var run = TracedProcess.Run(_folder.Path, environment, Path.Combine(AppContext.BaseDirectory, "composer-trainer.dll"), command);
        Assert.True(run.Code == ExitCode.Done, run.Output);
        Assert.True(run.Opened("libonnxruntime.so") || command[0] == "prepare");
        Assert.Empty(run.Connections);
        Assert.Empty(run.ForeignFiles);
    }
}
