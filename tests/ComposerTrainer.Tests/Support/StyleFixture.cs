using ComposerPlugin.Music;
using static ComposerPlugin.Trainer.Tests.CommandLine;

namespace ComposerPlugin.Trainer.Tests;

/// <summary>A data set of generated tunes and a style trained on it for a few steps, created once by the commands.</summary>
public sealed class StyleFixture : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public StyleFixture()
    {
        Directory.CreateDirectory(_folder["corpus"]);
        for (int i = 0; i < 60; i++)
            MidiFileWriter.Write(TestTunes.Song(TestTunes.Tune(i, i % 3 == 2 ? new(4, 4) : new(6, 8))),
                Path.Combine(_folder["corpus"], $"{i}.mid"));
        File.WriteAllText(_folder["config.json"],
            """{ "hidden": 16, "dense": 16, "batchTunes": 4, "warmupSteps": 5, "learningRate": 0.01 }""");
        Do("prepare", _folder["corpus"], "--out", Data);
        Do("train", "--data", Data, "--model", "lstm", "--out", Style, "--config", _folder["config.json"], "--steps", "20", "--name",
            "Tiny & small");
    }

    public string Data => _folder["data"];

    public string Style => _folder["style"];

    /// <summary>The path of a file in the fixture's folder.</summary>
    public string this[string name] => _folder[name];

    public void Dispose() => _folder.Dispose();
}
