using ComposerPlugin.Music;
using ComposerPlugin.Trainer.Configuration;
using ComposerPlugin.Trainer.Corpus;
using ComposerPlugin.Trainer.Data;
using ComposerPlugin.Trainer.Evaluation;
using ComposerPlugin.Trainer.Models;
using ComposerPlugin.Trainer.Proof;
using ComposerPlugin.Trainer.Styles;
using ComposerPlugin.Trainer.Training;
using static TorchSharp.torch;

namespace ComposerPlugin.Trainer.Tests;

public class VariationalModelTests
{
    private static readonly TrainConfig _small = TrainConfig.Default("vae") with { Hidden = 16, Dense = 16, Latent = 6 };

    [Fact]
    public void Divergence_is_that_of_the_formula()
    {
        // Half of (1 + 1 - 1 - 0) + (4 + 4 - 1 - ln 4), and 0 for the prior itself.
        using var mean = tensor(new float[] { 1, 2, 0, 0 }, [2, 2]);
        using var logVariance = tensor(new[] { 0, MathF.Log(4), 0, 0 }, [2, 2]);
        using var divergence = Divergence.Of(mean, logVariance);
        Assert.Equal(0.5 * (1 + 7 - Math.Log(4)), divergence[0].item<float>(), 1e-5);
        Assert.Equal(0, divergence[1].item<float>(), 1e-6);
    }

    [Fact]
    public void Free_nats_cost_nothing_and_the_weight_of_the_rest_rises()
    {
        using var divergence = tensor(new float[] { 3, 11, 5 });
        Assert.Equal(6 * 0.5, Divergence.Price(divergence, 5, 0.5, 100, 1000).item<float>(), 1e-5);
        Assert.Equal(6 * 0.5 * 0.25, Divergence.Price(divergence, 5, 0.5, 100, 24).item<float>(), 1e-5);
        Assert.Equal(19 * 0.5, Divergence.Price(divergence, 0, 0.5, 0, 0).item<float>(), 1e-5);
        Assert.Equal(0, Divergence.Price(divergence, 11, 0.5, 0, 0).item<float>(), 1e-6);
    }

    [Fact]
    public void Latents_do_not_depend_on_the_rest_of_the_batch()
    {
        using var scope = NewDisposeScope();
        using var noGradients = no_grad();
        using var model = Model();
        StepRows[] rows = StepRows.FromPhrases(Segments(3));
        Assert.NotEqual(rows[0].Count, rows[1].Count);
        var (together, _) = Encode(rows);
        for (int i = 0; i < rows.Length; i++)
        {
            var (alone, logVariance) = Encode([rows[i]]);
            Assert.Equal([1, _small.Latent], alone.shape);
            Assert.Equal([1, _small.Latent], logVariance.shape);
            Assert.True(alone[0].allclose(together[i], atol: 1e-5));
        }

        (Tensor, Tensor) Encode(StepRows[] some)
        {
            var batch = new Batch([.. some.Select(BatchItem.Whole)]);
            return model.Encode(batch.Note, batch.BarPosition, batch[Column.IoiScored].ge(0).sum(1));
        }
    }

    [Fact]
    public void Exported_graphs_match_the_model_at_any_latent()
    {
        using var folder = new TemporaryFolder();
        using var model = Model();
        model.WriteGraphs(folder.Path);
        using var onnx = new OnnxMelody(folder.Path, StyleFolder.GraphsOf("vae"));
        Assert.InRange(Parity.Check(model, onnx), 0, Parity.Tolerance);
        Assert.InRange(LatentParity.Check(model, onnx), 0, Parity.Tolerance);
    }

    [Fact]
    public void An_encoder_with_other_weights_is_refused()
    {
        using var folder = new TemporaryFolder();
        using var model = Model();
        model.WriteGraphs(folder.Path);
        using (no_grad())
        {
            foreach (var (name, parameter) in model.named_parameters())
                parameter.mul_(name.StartsWith("_backward", StringComparison.Ordinal) ? 1.1f : 1);
        }
        using var onnx = new OnnxMelody(folder.Path, StyleFolder.GraphsOf("vae"));
        var exception = Assert.Throws<InvalidOperationException>(() => LatentParity.Check(model, onnx));
        Assert.StartsWith("export refused: for 1 steps the encoder's graph differs", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Losses_and_divergence_match_those_of_the_graphs()
    {
        using var folder = new TemporaryFolder();
        using var model = Model();
        model.WriteGraphs(folder.Path);
        using var onnx = new OnnxMelody(folder.Path, StyleFolder.GraphsOf("vae"));
        Phrase[] segments = Segments(4);
        var score = LatentScore.Measure(onnx, segments, _small.Bars);
        var bits = ValidationLoss.Measure(model, StepRows.FromPhrases(segments), _small);
        Assert.Equal(segments.Length, score.Segments);
        Assert.Equal(bits.Notes, score.Bits.Notes);
        Assert.Equal(bits.Latent, score.Bits.Latent, 1e-4);    // the rest depends on the draw
        Assert.InRange(score.Accuracy, 0, 1);
        Assert.Equal(bits.Timing + bits.Pitch + bits.Duration + bits.Latent, bits.Total, 1e-9);
    }

    [Fact]
    public void Segments_are_encoded_in_sixteenths()
    {
        Note[] notes = [new(6, 12, new(60), 80), new(24, 6, new(62), 80), new(36, 4, new(62), 80)];
        Assert.Equal([129, 60, 128, 129, 62, 129, 62, 129], SegmentSteps.FromPhrase(new(Meter.Common, notes), 48));
    }

    [Theory]
    [InlineData(new[] { 1, 2, 3 }, new[] { 1, 2, 3 }, 0)]
    [InlineData(new[] { 1, 2, 3 }, new[] { 1, 9, 3 }, 1)]
    [InlineData(new[] { 1, 2, 3, 4 }, new[] { 2, 3, 4, 5 }, 2)]
    [InlineData(new[] { 1, 2 }, new[] { 3, 4, 5 }, 3)]
    public void Segment_distance_is_the_fewest_edits(int[] one, int[] other, int edits) =>
        Assert.Equal(edits, SegmentSteps.Distance(one, other));

    [Fact]
    public void Segments_are_whole_bars_and_their_notes_end_within_them()
    {
        Note[] notes = [new(0, 24, new(60), 80), new(180, 24, new(62), 80), new(200, 12, new(64), 80), new(300, 12, new(65), 80),
            new(900, 12, new(67), 80)];
        var segments = BarWindows.Cut(new(Meter.Common, notes), 2).ToList();
        Assert.Equal([new(0, 24, new(60), 80), new(180, 12, new(62), 80)], segments[0]);
        Assert.Equal([new(8, 12, new(64), 80), new(108, 12, new(65), 80)], segments[1]);
        Assert.Equal(2, segments.Count);    // a segment has at least two notes
    }

    internal static Phrase[] Segments(int count) =>
        [.. Enumerable.Range(0, count).SelectMany(seed => BarWindows.Cut(TestTunes.Tune(seed, seed % 2 == 0 ? new(6, 8) : new(4, 4)), 2))
            .Take(count * 4)];

    private static VariationalModel Model()
    {
        manual_seed(5);
        var model = new VariationalModel(_small);
        model.eval();
        return model;
    }
}
