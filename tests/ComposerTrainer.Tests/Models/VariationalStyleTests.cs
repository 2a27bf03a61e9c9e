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
    private static readonly Phrase[] _passages = [.. VariationalModelTests.Passages(2)];

    [Fact]
    public void A_small_run_learns()
    {
        var losses = Checkpoint.ReadHeader(Checkpoint.Best(trained.Style)).State.Losses;
        Assert.True(losses[^1].Valid < losses[0].Valid - 2, $"{losses[0].Valid} to {losses[^1].Valid}");
    }

    [Fact]
    public void The_plugin_finds_the_latent_that_the_trainer_finds()
    {
        using var player = new SegmentPlayer(trained.Style);
        using var onnx = new OnnxMelody(trained.Style, player.File.Graphs);
        foreach (var passage in _passages)
        {
            var rows = StepRows.FromPhrases([passage])[0];
            var (mean, _) = onnx.Encode(StyleScore.Columns(rows, Column.Pitch, Column.NoteColumns),
                StyleScore.Columns(rows, Column.BarPosition, Column.BarPositionColumns), 1);
            Assert.Equal(mean, player.Encode(passage));
        }
    }

    [Fact]
    public void The_ends_of_an_interpolation_are_the_ends()
    {
        using var player = new SegmentPlayer(trained.Style);
        float[] from = player.Encode(_passages[0]), to = player.Encode(_passages[1]), latent = new float[from.Length];
        Latents.Interpolate(from, to, 0, latent);
        Assert.Equal(from, latent);
        Latents.Interpolate(from, to, 1, latent);
        Assert.Equal(to, latent);
        Latents.Interpolate(from, to, 0.5, latent);
        double Length(float[] vector) => Math.Sqrt(vector.Sum(number => number * (double)number));
        Assert.InRange(Length(latent), (0.7 * Math.Min(Length(from), Length(to))) - 1e-3, Math.Max(Length(from), Length(to)) + 1e-3);
    }

    [Fact]
    public void An_answer_lasts_as_asked_and_follows_from_what_is_heard_and_the_seed()
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
    public void Ways_between_passages_begin_at_the_one_and_end_at_the_other()
    {
        using var player = new SegmentPlayer(trained.Style);
        var pairs = BarWindows.Cut(TestTunes.Tune(1), player.Bars).Zip(BarWindows.Cut(TestTunes.Tune(2), player.Bars));
        InterpolationPath[] ways =
            [.. pairs.Select(pair => InterpolationPath.Measure(player, pair.First, pair.Second)).OfType<InterpolationPath>()];
        Assert.NotEmpty(ways);
        Assert.All(ways, way =>
        {
            Assert.Equal((0, 1), (way.FromStart[0], way.FromStart[^1]));
            Assert.InRange(way.LargestStep, 1.0 / InterpolationPath.Steps, 1);
            Assert.InRange(way.Rising, 0, 1);
        });
        Assert.Null(InterpolationPath.Measure(player, _passages[0], _passages[0]));
    }

    [Fact]
    public void A_model_card_tells_reconstruction_ways_and_what_the_prior_plays()
    {
        var figures = new JsonObject();
        SegmentScore.AddTo(figures, trained.Style, [TestTunes.Tune(1), TestTunes.Tune(2)]);
        foreach (string share in (string[])["reconstruction_steps", "reconstruction_notes", "interpolation_rising",
            "interpolation_largest_step", "overlapped_area_prior", "scale_consistency_prior"])
            Assert.InRange(figures[share]!.GetValue<double>(), 0, 1);
        Assert.Equal(InterpolationPath.Steps + 1, figures["interpolation_way"]!.AsArray().Count);
    }

    [Fact]
    public void An_interpolation_is_written_as_a_file()
    {
        string one = trained.Write("one.mid", _passages[0]), other = trained.Write("other.mid", _passages[1]),
            path = trained.PathOf("way.mid");
        string told = Do("interpolate", trained.Style, one, other, "--between", "3", "-o", path);
        Assert.Contains("5 segments of 2 bars of 6/8", told.ReplaceLineEndings(" "), StringComparison.Ordinal);
        int notes = MidiFileReader.Read(path).Tracks.Sum(track => track.Notes.Count);
        var json = JsonNode.Parse(Do("interpolate", trained.Style, one, other, "--between", "3", "-o", path, "--json"))!;
        Assert.Equal((path, notes, 5),
            (json["file"]!.GetValue<string>(), json["notes"]!.GetValue<int>(), json["passages"]!.GetValue<int>()));
        Assert.InRange(notes, 1, 1000);
    }

    [Fact]
    public void Settings_of_the_kind_hold_where_the_file_says_nothing()
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
            // Shown hardly any notes, the decoder soon heeds the latent.
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
