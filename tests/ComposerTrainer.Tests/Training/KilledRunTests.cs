using System.Diagnostics;
using ComposerPlugin.Styles;
using ComposerPlugin.Trainer.CommandLine;
using ComposerPlugin.Trainer.Training;

namespace ComposerPlugin.Trainer.Tests;

public sealed class KilledRunTests : IDisposable
{
    private const int Epochs = 8;
    private const int StepsPerEpoch = 6;
    private const int Kills = 3;

    private readonly TemporaryFolder _folder = new();

    public KilledRunTests() =>
        TestData.Write(_folder.Path, Enumerable.Range(0, 4 * StepsPerEpoch), Enumerable.Range(100, 4), []);

    [Theory]
    [InlineData("0")]        // a checkpoint after every step: most kills interrupt a write
    [InlineData("0.01")]     // few checkpoints: steps are lost and repeated
    public void A_run_killed_again_and_again_reaches_the_same_losses(string checkpointMinutes)
    {
        File.WriteAllText(_folder["config.json"],
            $$"""{ "hidden": 16, "dense": 16, "batchTunes": 4, "dropout": 0.3, "checkpointMinutes": {{checkpointMinutes}} }""");
        Assert.Equal((ExitCode.Done, ""), Train("whole", "--config", _folder["config.json"]).End());

        string[] more = ["--config", _folder["config.json"]];
        for (int kill = 0; kill < Kills; kill++)
        {
            using var run = Train("killed", more);
            for (int epoch = 0; epoch < 2; epoch++)
                Assert.NotNull(run.Next());
            Assert.Equal(TrainerProcess.Killed, run.Kill());
            more = ["--resume"];
        }
        Assert.Equal((ExitCode.Done, ""), Train("killed", more).End());

        RunState expected = State("whole"), actual = State("killed");
        Assert.Equal((Epochs * StepsPerEpoch, expected.Notes), (actual.Step, actual.Notes));
        Assert.Equal(Epochs, actual.Losses.Count);
        foreach (var (loss, same) in expected.Losses.Zip(actual.Losses))
        {
            Assert.Equal(loss.Train, same.Train, 1e-3);
            Assert.Equal(loss.Valid, same.Valid, 1e-3);
        }
        Assert.Equal("lstm", StyleFile.Read(_folder["killed"]).Type);
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public void A_signal_stops_a_run_which_saves_a_checkpoint_and_reports_it(string signal)
    {
        File.WriteAllText(_folder["config.json"],
            """{ "hidden": 16, "dense": 16, "batchTunes": 4, "checkpointMinutes": 1000, "patience": 0 }""");
        using var run = new TrainerProcess("train", "--data", _folder.Path, "--out", _folder["run"], "--config", _folder["config.json"],
            "--minutes", "10", "--json");
        int epoch = run.Next()!["epoch"]!.GetValue<int>();
        using var kill = Process.Start("kill", ["-s", signal, $"{run.Id}"]);
        var (code, errors) = run.End();
        Assert.Equal(ExitCode.Failed, code);
        Assert.Matches(@"^stopped at step \d+, epoch \d+, after .* min; the checkpoint is saved, continue with --resume\.\n$", errors);
        Assert.True(State("run").Epoch >= epoch);
    }

    public void Dispose() => _folder.Dispose();

    private RunState State(string name) => Checkpoint.ReadHeader(Checkpoint.Last(_folder[name])).State;

    private TrainerProcess Train(string name, params string[] more) =>
        new(["train", "--data", _folder.Path, "--out", _folder[name], "--steps", $"{Epochs * StepsPerEpoch}", "--json", .. more]);
}
