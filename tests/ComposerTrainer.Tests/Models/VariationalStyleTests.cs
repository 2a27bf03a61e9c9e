using System.Text.Json;
using System.Text.Json.Nodes;
using ComposerPlugin.Composing;
using ComposerPlugin.Inference;
using ComposerPlugin.Music;
using ComposerPlugin.Styles;
using ComposerPlugin.Trainer.Corpus;
using ComposerPlugin.Trainer.Data;
using ComposerPlugin.Trainer.Evaluation;
using ComposerPlugin.Trainer.Takes;
using ComposerPlugin.Trainer.Training;
using static ComposerPlugin.Trainer.Tests.CommandLine;
using Grid = ComposerPlugin.Music.Grid;

namespace ComposerPlugin.Trainer.Tests;

public sealed class VariationalStyleTests(VariationalStyleTests.Trained trained) : IClassFixture<VariationalStyleTests.Trained>
{
    private static readonly Phrase[] _segments = [.. VariationalModelTests.Segments(2)];

    [Fact]
    public void A_small_run_learns()
    {
        var losses = Checkpoint.ReadHeader(Checkpoint.Best(trained.Style)).State.Losses;
        Assert.True(losses[^1].Valid < losses[0].Valid - 2, $"{losses[0].Valid} to {losses[^1].Valid}");
    }

    [Fact]
    public void Plugin_and_trainer_compute_the_same_latent()
    {
        using var player = new SegmentPlayer(trained.Style);
        using var onnx = new OnnxMelody(trained.Style, player.File.Graphs);
        foreach (var segment in _segments)
        {
            var rows = StepRows.FromPhrases([segment])[0];
            var (mean, _) = onnx.Encode(StyleScore.Columns(rows, Column.Pitch, Column.NoteColumns),
                StyleScore.Columns(rows, Column.BarPosition, Column.BarPositionColumns), 1);
            Assert.Equal(mean, player.Encode(segment));
        }
    }

    [Fact]
    public void Interpolation_at_0_and_1_gives_the_endpoints()
    {
        using var player = new SegmentPlayer(trained.Style);
        float[] from = player.Encode(_segments[0]), to = player.Encode(_segments[1]), latent = new float[from.Length];
        Latents.Interpolate(from, to, 0, latent);
        Assert.Equal(from, latent);
        Latents.Interpolate(from, to, 1, latent);
        Assert.Equal(to, latent);
        Latents.Interpolate(from, to, 0.5, latent);
        double Length(float[] vector) => Math.Sqrt(vector.Sum(number => number * (double)number));
        Assert.InRange(Length(latent), (0.7 * Math.Min(Length(from), Length(to))) - 1e-3, Math.Max(Length(from), Length(to)) + 1e-3);
    }

    [Fact]
    public void An_answer_has_the_requested_length_and_depends_on_prompt_and_seed()
    {
        using var style = LoadedStyle.Load(trained.Style);
        using var continuation = new PhraseComposer(style);
        var prompt = TestTunes.Tune(3);
        int begin = 4 * prompt.Meter.BarTicks, end = 12 * prompt.Meter.BarTicks;
        Phrase Answer(Phrase heard, uint seed) => continuation.Answer(heard, begin, end, new(Grid.Sixteenth, 1, 0.95f, seed));
        var heard = new Phrase(prompt.Meter, prompt.Where(note => note.Onset < begin));
        var answer = Answer(heard, 1);
        Assert.Equal(begin, answer[0].Onset);
        Assert.InRange(answer[^1].Onset, end - (2 * prompt.Meter.BarTicks), end - 1);
        Assert.Equal(answer, Answer(heard, 1));
        Assert.NotEqual(answer, Answer(heard, 2));
        Assert.NotEqual(answer, Answer(new(prompt.Meter, heard.Select(note => note with { Pitch = note.Pitch.Transpose(7) })), 1));
    }

    [Fact]
    public void Interpolation_paths_begin_and_end_at_their_segments()
    {
        using var player = new SegmentPlayer(trained.Style);
        var pairs = BarWindows.Cut(TestTunes.Tune(1), player.Bars).Zip(BarWindows.Cut(TestTunes.Tune(2), player.Bars));
        InterpolationPath[] paths =
            [.. pairs.Select(pair => InterpolationPath.Measure(player, pair.First, pair.Second)).OfType<InterpolationPath>()];
        Assert.NotEmpty(paths);
        Assert.All(paths, path =>
        {
            Assert.Equal((0, 1), (path.FromStart[0], path.FromStart[^1]));
            Assert.InRange(path.LargestStep, 1.0 / InterpolationPath.Steps, 1);
            Assert.InRange(path.Rising, 0, 1);
        });
        Assert.Null(InterpolationPath.Measure(player, _segments[0], _segments[0]));
    }

    [Fact]
    public void Metrics_cover_reconstruction_interpolation_and_the_prior()
    {
        var metrics = new JsonObject();
        SegmentScore.AddTo(metrics, trained.Style, [TestTunes.Tune(1), TestTunes.Tune(2)]);
        foreach (string name in (string[])["reconstruction_steps", "reconstruction_notes", "interpolation_rising",
            "interpolation_largest_step", "overlapped_area_prior", "scale_consistency_prior"])
            Assert.InRange(metrics[name]!.GetValue<double>(), 0, 1);
        Assert.Equal(InterpolationPath.Steps + 1, metrics["interpolation_way"]!.AsArray().Count);
    }

    [Fact]
    public void An_interpolation_is_written_as_a_file()
    {
        string one = trained.Write("one.mid", _segments[0]), other = trained.Write("other.mid", _segments[1]),
            path = trained.PathOf("path.mid");
        string output = Do("interpolate", trained.Style, one, other, "--between", "3", "-o", path);
        Assert.Contains("5 segments of 2 bars of 6/8", output.ReplaceLineEndings(" "), StringComparison.Ordinal);
        int notes = MidiFileReader.Read(path).Tracks.Sum(track => track.Notes.Count);
        var json = JsonNode.Parse(Do("interpolate", trained.Style, one, other, "--between", "3", "-o", path, "--json"))!;
        Assert.Equal((path, notes, 5),
            (json["file"]!.GetValue<string>(), json["notes"]!.GetValue<int>(), json["passages"]!.GetValue<int>()));
        Assert.InRange(notes, 1, 1000);
    }

    [Fact]
    public void Defaults_of_the_model_type_apply_to_missing_settings()
    {
        var header = Checkpoint.ReadHeader(Checkpoint.Best(trained.Style));
        Assert.False(header.Config.Hint || header.Config.Gate);
        Assert.Equal((24, 2), (header.Config.Hidden, header.Config.Bars));
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(trained.Style, StyleFile.FileName)));
        Assert.Equal(2, json.RootElement.GetProperty("windowBars").GetInt32());
    }

    public sealed class Trained : IDisposable
    {
        private readonly TemporaryFolder _folder = new();

        public Trained()
        {
            TestData.Write(_folder["data"], Enumerable.Range(0, 12), [100, 101], []);
            // With a high input dropout, the decoder soon uses the latent.
            File.WriteAllText(_folder["config.json"],
                """
                {
                  "hidden": 24, "dense": 24, "latent": 8, "batchTunes": 16, "learningRate": 0.01, "warmupSteps": 10, "latentWeight": 0.02,
                  "dropout": 0, "inputDropout": 0.9, "transpose": false
                }
                """);
            Do("train", "--data", _folder["data"], "--model", "vae", "--out", Style, "--config", _folder["config.json"], "--steps", "200");
        }

        public string Style => _folder["style"];

        public string PathOf(string name) => _folder[name];

        public string Write(string name, Phrase phrase)
        {
            TakeWriter.Save(MidiSong.Create(phrase.Meter, 120, TakeWriter.Track("", phrase)), _folder[name]);
            return _folder[name];
        }

        public void Dispose() => _folder.Dispose();
    }
}
