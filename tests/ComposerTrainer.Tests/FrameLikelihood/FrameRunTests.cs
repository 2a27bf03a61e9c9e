using ComposerPlugin.FrameLikelihood;
using ComposerPlugin.Trainer.Training;
using Spectre.Console;
using static TorchSharp.torch;

namespace ComposerPlugin.Trainer.Tests;

public class FrameRunTests
{
    // The learning rate is constant, so that it does not depend on the run's length.
    private static readonly FrameConfig _small = new()
    {
        Hidden = 16,
        OutputUnits = 16,
        BatchSequences = 5,
        ValidateSteps = 10,
        LearningRate = 0.02,
        WarmupSteps = 5,
        FinalRate = 1,
        WeightAverage = 0.9,
    };

    [Theory]
    [InlineData("lstm", "plain", "independent")]
    [InlineData("gru", "matched", "autoregressive")]
    public void A_run_learns_and_keeps_its_best_weights(string type, string inputs, string output)
    {
        using var folder = new TemporaryFolder();
        var config = _small with { Model = type, Inputs = inputs, Output = output };
        using var untrained = new FrameModel(config);
        var valid = FrameTunes.Set().Valid;
        double before = FrameScore.Of([untrained], valid).Nats;
        var state = Train(folder.Path, config, 120);
        using var trained = FrameCheckpoint.ReadModel(folder.Path);
        double after = FrameScore.Of([trained], valid).Nats;
        Assert.InRange(after, 0, before / 3);
        Assert.Equal(state.BestValid!.Value, after, 1e-5);
        Assert.Contains("the best yet", File.ReadAllText(folder["train.log"]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_resumed_run_reaches_the_weights_of_an_uninterrupted_run()
    {
        using var folder = new TemporaryFolder();
        Train(folder["whole"], _small, 25);
        Train(folder["parts"], _small, 13);    // within an epoch of three batches
        Assert.Equal(25, Train(folder["parts"], _small, 25, resume: true).Step);
        Assert.Equal(Weights(folder["whole"]), Weights(folder["parts"]));
    }

    [Fact]
    public void A_run_asked_to_stop_saves_a_checkpoint()
    {
        using var folder = new TemporaryFolder();
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        var exception = Assert.Throws<OperationCanceledException>(() => Train(folder.Path, _small, 25, stop: stop.Token));
        Assert.StartsWith("stopped at step 1,", exception.Message, StringComparison.Ordinal);
        Assert.Equal(25, Train(folder.Path, _small, 25, resume: true).Step);
    }

    [Fact]
    public void A_non_finite_loss_ends_the_run()
    {
        using var folder = new TemporaryFolder();
        var exception = Assert.Throws<InvalidOperationException>(
            () => Train(folder.Path, _small with { LearningRate = 1e38, Clip = 1e6 }, 25));
        Assert.Contains("is NaN or infinite at step", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Transposed_sequences_stay_on_the_keyboard()
    {
        FrameSequence[] edges = [new([FrameTunes.Of(21), FrameTunes.Of(60)]), new([FrameTunes.Of(108), default]), new([default, default]),
            FrameTunes.Alternating(0)];
        var segments = Enumerable.Range(0, 40).SelectMany(epoch => FramePlan.Of(edges, _small with { Transpose = 5 }, 1, epoch))
            .SelectMany(batch => batch).ToArray();
        var transpositions = segments.ToLookup(segment => segment.Sequence, segment => segment.Transposition);
        Assert.Equal(Enumerable.Range(0, 6), transpositions[edges[0]].Distinct().Order());
        Assert.Equal(Enumerable.Range(-5, 6), transpositions[edges[1]].Distinct().Order());
        Assert.Equal(Enumerable.Range(-5, 11), transpositions[edges[3]].Distinct().Order());
    }

    private static FrameRunState Train(string folder, FrameConfig config, int steps, bool resume = false, CancellationToken stop = default)
    {
        set_num_threads(1);
        using var log = new TrainingLog(
            folder, AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(TextWriter.Null) }));
        var header = resume
            ? FrameCheckpoint.ReadHeader(FrameCheckpoint.Last(folder))
            : new("alternating", config, default, new() { Seed = 3 });
        using var run = new FrameRun(folder, header with { Schedule = new(null, steps) }, FrameTunes.Set(), log, resume);
        run.Run(stop);
        return run.State;
    }

    private static float[] Weights(string folder)
    {
        using var model = FrameCheckpoint.ReadModel(folder);
        return [.. model.parameters().SelectMany(parameter => parameter.data<float>().ToArray())];
    }
}
