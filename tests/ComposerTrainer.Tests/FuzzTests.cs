using System.IO.Compression;
using System.Text;
using ComposerPlugin.Music;
using ComposerPlugin.Styles;
using ComposerPlugin.Trainer.CommandLine;
using ComposerPlugin.Trainer.Configuration;
using ComposerPlugin.Trainer.Corpus;
using ComposerPlugin.Trainer.Data;
using ComposerPlugin.Trainer.Models;
using ComposerPlugin.Trainer.Onnx;
using ComposerPlugin.Trainer.Training;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace ComposerPlugin.Trainer.Tests;

public sealed class FuzzTests : IDisposable
{
    private const string Settings = """
        {
          // small
          "hidden": 24, "layers": 2, "heads": 2, "dense": 16, "dropout": 0.1, "batchTunes": 4, "learningRate": 0.01, "warmupSteps": 5,
          "lowestPitch": 30, "highestPitch": 100, "styles": ["a", "b"], "style": "a", "sources": { "a": 2, "b": 0.5 }, "patience": 3,
        }
        """;

    private static readonly string _old = Path.Combine(AppContext.BaseDirectory, "OldRuns", "libtorch-1.13");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Changed_configurations_are_read_or_refused() =>
        FuzzRun.Run("configurations", [Encoding.UTF8.GetBytes(Settings)], 3000, changed =>
        {
            File.WriteAllBytes(_folder["config.json"], changed);
            return Refusal(() => TrainConfig.Read(_folder["config.json"], new(), ModelType.Lstm));
        });

    [Fact]
    public void Changed_data_sets_are_read_or_refused()
    {
        byte[][] files = FilesIn("data", "*.tunes");

        FuzzRun.Run("data sets", files, 1500, changed =>
        {
            File.WriteAllBytes(_folder["changed.tunes"], changed);
            return Refusal(() =>
            {
                // What was read can be trained on.
                foreach (var tune in TuneFile.Read(_folder["changed.tunes"]).Where(tune => tune.Phrase.Count is > 0 and < 5000).Take(2))
                    _ = (tune.Polyphony, StepRows.FromPhrases([tune.Phrase], 0).Length, TuneFamilies.Group([tune.Phrase]));
                return 0;
            });
        });
    }

    [Theory]
    [InlineData("lstm")]
    [InlineData("gan")]
    public void Changed_checkpoints_are_read_or_refused(string type)
    {
        byte[][] files = FilesIn(Path.Combine(type, "checkpoint"), "*");

        FuzzRun.Run($"{type} checkpoints", files, 150, changed =>
        {
            File.WriteAllBytes(_folder["changed.ckpt"], changed);
            return Refusal(() =>
            {
                var (header, model) = Checkpoint.ReadModel(_folder["changed.ckpt"]);
                using var owned = model;
                using var scope = NewDisposeScope();
                // As --resume does.
                AdamW[] optimisers = header.Kind == "gan"
                    ? [.. new[] { ((AdversarialModel)model).Generator.parameters(), ((AdversarialModel)model).Discriminator.parameters() }
                        .Select(part => optim.AdamW(part))]
                    : [optim.AdamW(model.parameters())];
                Checkpoint.Read(_folder["changed.ckpt"], model, optimisers);
                return 0;
            });
        }, mostSeconds: 30);
    }

    [Fact]
    public void Changed_graphs_are_stored_or_refused()
    {
        byte[][] files = FilesIn("lstm", "*.onnx");

        FuzzRun.Run("stored graphs", files, 400, changed =>
        {
            File.WriteAllBytes(_folder["changed.onnx"], changed);
            return Refusal(() => StoredGraph.Read(_folder["changed.onnx"]));
        });
    }

    [Fact]
    public void Changed_styles_to_train_further_are_read_or_refused()
    {
        Directory.CreateDirectory(_folder["style"]);
        foreach (string file in Directory.GetFiles(Path.Combine(_old, "lstm")))
            File.Copy(file, _folder[$"style/{Path.GetFileName(file)}"]);

        FuzzRun.Run("training configurations of styles", [File.ReadAllBytes(_folder["style/style.json"])], 500, changed =>
        {
            File.WriteAllBytes(_folder["style/style.json"], changed);
            return Refusal(() => PretrainedModel.ConfigOf(StyleFile.Read(_folder["style"]), _folder["style"]));
        });
    }

    [Fact]
    public void Changed_files_of_a_corpus_are_read_or_skipped()
    {
        var files = new List<byte[]>();
        for (int i = 0; i < 4; i++)
        {
            MidiFileWriter.Write(TestTunes.Song(TestTunes.Tune(i)), _folder["tune.mid"]);
            files.Add(File.ReadAllBytes(_folder["tune.mid"]));
        }
        using (var zip = ZipFile.Open(_folder["tunes.zip"], ZipArchiveMode.Create))
            zip.CreateEntryFromFile(_folder["tune.mid"], "folder/tune.mid");
        files.Add(File.ReadAllBytes(_folder["tunes.zip"]));
        Directory.CreateDirectory(_folder["corpus"]);

        FuzzRun.Run("corpus files", files, 400, changed =>
        {
            string name = changed.AsSpan().StartsWith("PK"u8) ? _folder["corpus/changed.zip"] : _folder["corpus/changed.mid"];
            File.WriteAllBytes(name, changed);
            var reader = new CorpusReader(new());
            new CorpusFiles(reader.Read, reader.Skip).ReadAll([(_folder["corpus"], "")]);
            File.Delete(name);
            return reader.Skipped.Count == 0 ? null : reader.Skipped[0].Reason.ReplaceLineEndings(" ") + ".";
        });
    }

    private static byte[][] FilesIn(string folder, string pattern) =>
        [.. Directory.GetFiles(Path.Combine(_old, folder), pattern).Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];

    private static string? Refusal<T>(Func<T> read)
    {
        try
        {
            read();
            return null;
        }
        catch (Exception exception) when (exception is BadInputException or StyleException)
        {
            return exception.Message;
        }
    }
}
