using ComposerPlugin.Styles;
using ComposerPlugin.Trainer.Data;
using ComposerPlugin.Trainer.Evaluation;
using ComposerPlugin.Trainer.Models;
using ComposerPlugin.Trainer.Proof;
using ComposerPlugin.Trainer.Training;

namespace ComposerPlugin.Trainer.Tests;

/// <summary>
/// Runs from libtorch 1.13 (OldRuns/libtorch-1.13: small models after six steps, with their data set): their checkpoints load,
/// reproduce their losses and resume.
/// </summary>
public sealed class OldRunTests : IDisposable
{
    private const int StepsTaken = 6;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("lstm")]
    [InlineData("gru")]
    [InlineData("transformer")]
    [InlineData("vae")]
    public void A_loaded_checkpoint_reproduces_its_validation_loss(string type)
    {
        var (header, model) = Checkpoint.ReadModel(Checkpoint.Best(Old(type)));
        using var _ = model;
        var tunes = TrainingTunes.Read([Old("data")], [], header.Config);
        var valid = (type == "vae" ? tunes.InSegments(header.Config.Bars) : tunes).ValidRows(header.Config);
        Assert.Equal(header.State.Losses[^1].Valid, ValidationLoss.Measure(model, valid, header.Config).Total, 1e-4);
    }

    [Fact]
    public void An_exported_style_matches_its_checkpoint()
    {
        var (_, model) = Checkpoint.ReadModel(Checkpoint.Best(Old("lstm")));
        using var owned = model;
        using var onnx = new OnnxMelody(Old("lstm"), StyleFile.Read(Old("lstm")).Graphs);
        Assert.InRange(Parity.Check((IMelodyModel)model, onnx), 0, Parity.Tolerance);
    }

    [Theory]
    [InlineData("lstm")]
    [InlineData("gan")]    // with two optimizers
    public void A_run_resumes(string type)
    {
        foreach (string file in Directory.GetFiles(Old(type), "*", SearchOption.AllDirectories))
        {
            string copy = Path.Combine(_folder.Path, Path.GetRelativePath(Old(type), file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
        CommandLine.Do("train", "--data", Old("data"), "--out", _folder.Path, "--resume", "--steps", $"{StepsTaken + 2}");
        var state = Checkpoint.ReadHeader(Checkpoint.Last(_folder.Path)).State;
        Assert.Equal(StepsTaken + 2, state.Step);
        Assert.All(state.Losses, loss => Assert.True(double.IsFinite(loss.Train) && double.IsFinite(loss.Valid)));
    }

    private static string Old(string name) => Path.Combine(AppContext.BaseDirectory, "OldRuns", "libtorch-1.13", name);
}
