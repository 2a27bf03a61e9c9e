using ComposerPlugin.Styles;
using ComposerPlugin.Trainer.Evaluation;
using static ComposerPlugin.Trainer.Tests.CommandLine;

namespace ComposerPlugin.Trainer.Tests;

/// <summary>Styles of small models on generated tunes, trained once for the tests of a class.</summary>
public sealed class SmallStyles : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public SmallStyles()
    {
        TestData.Write(_folder["data"], Enumerable.Range(0, 12), [100, 101], []);
        Train("small", """{ "hidden": 12, "dense": 8, "layers": 1, "batchTunes": 4, "learningRate": 0.01, "warmupSteps": 5 }""", "CC0");
        Train("large", """{ "hidden": 24, "dense": 16, "layers": 2, "batchTunes": 4, "learningRate": 0.01, "warmupSteps": 5 }""", "MIT");
    }

    /// <summary>Copies a style without its checkpoint, as a musician receives it.</summary>
    public void Copy(string name, string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (string file in Directory.EnumerateFiles(_folder[name]))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
    }

    /// <summary>The path of a style's best checkpoint.</summary>
    internal string Checkpoint(string name) => Trainer.Training.Checkpoint.Best(_folder[name]);

    /// <summary>Bits per note of a style on two tunes outside its training set.</summary>
    internal static double Bits(string folder)
    {
        using var onnx = new OnnxMelody(folder, StyleFile.Read(folder).Graphs);
        return StyleScore.Measure(onnx, Enumerable.Range(200, 2).Select(seed => TestTunes.Tune(seed))).Bits.Total;
    }

    public void Dispose() => _folder.Dispose();

    private void Train(string name, string config, string licence)
    {
        File.WriteAllText(_folder["config.json"], config);
        Do("train", "--data", _folder["data"], "--out", _folder[name], "--config", _folder["config.json"], "--steps", "40", "--licence",
            licence);
    }
}
