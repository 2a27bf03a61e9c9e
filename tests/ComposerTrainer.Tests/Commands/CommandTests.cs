using System.IO.Compression;
using System.Text.Json.Nodes;
using ComposerPlugin.Music;
using ComposerPlugin.Styles;
using ComposerPlugin.Trainer.CommandLine;
using ComposerPlugin.Trainer.Corpus;
using static ComposerPlugin.Trainer.Tests.CommandLine;

namespace ComposerPlugin.Trainer.Tests;

public class CommandTests
{
    [Fact]
    public void Commands_turn_a_corpus_into_a_data_set_a_style_and_metrics()
    {
        using var folder = new TemporaryFolder();
        WriteCorpus(folder["corpus"], 60);
        Assert.Equal(ExitCode.Done, Run("prepare", folder["corpus"], "--out", folder["data"]).Code);
        File.WriteAllText(folder["config.json"],
            """{ "hidden": 16, "dense": 16, "batchTunes": 4, "warmupSteps": 5, "learningRate": 0.01 } // small""");
        Assert.Equal(ExitCode.Done,
            Run("train", "--data", folder["data"], "--model", "lstm", "--out", folder["my-style"], "--config", folder["config.json"],
            "--steps", "30", "--seed", "7", "--name", "My style", "--licence", "CC0").Code);
        Assert.Equal(ExitCode.Done, Run("evaluate", folder["my-style"], "--data", folder["data"]).Code);

        var style = StyleFile.Read(folder["my-style"]);
        Assert.Equal(("my-style", "My style", "CC0", "lstm"), (style.Id, style.Name, style.Licence, style.Type));
        Assert.Equal(7, style.Training!.Seed);
        Assert.Equal(["6/8", "4/4"], style.Meters);
        Assert.Equal(DataSet.Read(folder["data"]).TestNotes, style.Evaluation!["test_notes"]!.GetValue<long>());
        double bits = style.Evaluation["bits_per_note"]!.GetValue<double>();
        Assert.InRange(bits, 1, 20);
        Assert.Equal(bits, new[] { "timing", "pitch", "duration" }
            .Sum(attribute => style.Evaluation[$"bits_per_note_{attribute}"]!.GetValue<double>()), 1e-3);
        Assert.InRange(style.Evaluation["bits_per_note_ngram"]!.GetValue<double>(), 0.1, 12);

        // An export of the checkpoint to another folder gives the same style.
        Assert.Equal(ExitCode.Done, Run("export", "--checkpoint", folder["my-style"], "--out", folder["copy"], "--name", "Copy").Code);
        Assert.Equal(File.ReadAllBytes(folder["my-style/step.onnx"]), File.ReadAllBytes(folder["copy/step.onnx"]));
        Assert.Equal("Copy", StyleFile.Read(folder["copy"]).Name);
    }

    [Fact]
    public void Bad_files_are_skipped_with_their_reasons()
    {
        using var folder = new TemporaryFolder();
        WriteCorpus(folder["corpus"], 12);
        File.WriteAllText(folder["corpus/words.mid"], "this is no music");
        File.WriteAllBytes(folder["corpus/empty.mid"], []);
        File.WriteAllText(folder["corpus/broken.zip"], "no archive");
        MidiFileWriter.Write(TestTunes.Song(new(new(4, 4), [new(0, 24, new(60), 80)])), folder["corpus/short.mid"]);
        MidiFileWriter.Write(TestTunes.Song(TestTunes.Transposed(TestTunes.Tune(0), 3)), folder["corpus/zz copy of 0.mid"]);
        using (var zip = ZipFile.Open(folder["corpus/more.zip"], ZipArchiveMode.Create))
            zip.CreateEntryFromFile(folder["corpus/0.mid"], "inside/0 again.mid");

        var (code, output, _) = Run("prepare", folder["corpus"], "--out", folder["data"]);
        Assert.Equal(ExitCode.Done, code);
        Assert.Contains("12 tunes", output, StringComparison.Ordinal);
        Assert.Contains("2 duplicates", output, StringComparison.Ordinal);
        var skipped = JsonNode.Parse(File.ReadAllText(folder["data/dataset.json"]))!["skipped"]!.AsArray();
        Assert.Equal(["broken.zip", "empty.mid", "short.mid", "words.mid"],
            skipped.Select(file => Path.GetFileName(file!["file"]!.GetValue<string>())).Order());
        Assert.All(skipped, file => Assert.NotEmpty(file!["reason"]!.GetValue<string>()));
    }

    [Fact]
    public void An_existing_run_is_neither_overwritten_nor_resumed_by_mistake()
    {
        using var folder = new TemporaryFolder();
        WriteCorpus(folder["corpus"], 12);
        Run("prepare", folder["corpus"], "--out", folder["data"]);
        string[] train = ["train", "--data", folder["data"], "--out", folder["style"], "--steps", "2"];
        AssertRefused("no run to resume", [.. train, "--resume"]);
        File.WriteAllText(folder["config.json"], """{ "hidden": 8, "dense": 8 }""");
        Assert.Equal(ExitCode.Done, Run([.. train, "--config", folder["config.json"]]).Code);
        AssertRefused("a run was begun here", train);
        AssertRefused("keeps its initial style, configuration, seed and weights", [.. train, "--resume", "--seed", "3"]);
        Assert.Equal(ExitCode.Done, Run(["train", "--data", folder["data"], "--out", folder["style"], "--steps", "4", "--resume"]).Code);
        Directory.Delete(folder["style/checkpoint"], recursive: true);
        AssertRefused("the folder holds a style already", train);
        AssertRefused("the folder holds a style already", "finetune", "--from", folder["style"], "--data", folder["data"], "--out",
            folder["style"]);
    }

    [Theory]
    [InlineData("there is no such command", "compose")]
    [InlineData("--out is missing", "prepare", "x")]
    [InlineData("PATH… is missing", "prepare", "--out", "x")]
    [InlineData("no such file or folder", "prepare", "/no such place/a.mid", "--out", "x")]
    [InlineData("--out needs a value", "prepare", "x", "--out")]
    [InlineData("there is no option --speed", "prepare", "x", "--out", "y", "--speed", "2")]
    [InlineData("there is no option --fast", "prepare", "x", "--out", "y", "--fast")]
    [InlineData("jazz belongs to no option", "train", "--data", "hymns", "jazz", "--out", "/tmp/no-style-here")]
    [InlineData("jazz belongs to no option", "finetune", "--from", "x", "--data", "hymns", "jazz", "--out", "/tmp/no-style-here")]
    [InlineData("mine belongs to no option", "export", "mine", "--checkpoint", "x", "--out", "/tmp/no-style-here")]
    [InlineData("no such data set folder", "train", "--data", "/no such place", "--out", "/tmp/no-style-here")]
    [InlineData("--data is missing", "train", "--out", "/tmp/no-style-here")]
    [InlineData("--minutes soon is not a number", "train", "--data", "x", "--out", "/tmp/no-style-here", "--minutes", "soon")]
    [InlineData("--seed 1.5 is not a whole number", "train", "--data", "x", "--out", "/tmp/no-style-here", "--seed", "1.5")]
    [InlineData("no such configuration file", "train", "--data", "x", "--out", "/tmp/no-style-here", "--config", "/no such place.json")]
    [InlineData("there is no such type of model", "train", "--data", "x", "--out", "/tmp/no-style-here", "--model", "oracle")]
    [InlineData("no such checkpoint", "export", "--checkpoint", "/no such place", "--out", "x")]
    [InlineData("STYLE is missing", "evaluate", "--data", "x")]
    [InlineData("no style folder /no such place", "evaluate", "/no such place", "--data", "x")]
    [InlineData("jazz belongs to no option", "evaluate", "x", "jazz", "--data", "x")]
    [InlineData("flags cannot be assigned a value", "evaluate", "x", "--json=maybe", "--data", "x")]
    [InlineData("there is no option --", "evaluate", "x", "--data", "x", "--", "y")]
    public void Bad_input_gets_one_sentence_and_exit_code_2(string sentence, params string[] args) => AssertRefused(sentence, args);

    [Theory]
    [InlineData("""{ "hiden": 16 }""", "hiden")]
    [InlineData("""{ "hidden": "many" }""", "hidden")]
    [InlineData("""{ "dropout": 2 }""", "dropout is 2; it must be from 0 to 0.9")]
    [InlineData("""{ "labelSmoothing": 5 }""", "labelSmoothing is 5; it must be from 0 to 0.9")]
    [InlineData("""{ "hidden": 16, "hidden": 32 }""", "a setting occurs twice")]
    [InlineData("""{ "lowestPitch": 90, "highestPitch": 20 }""", "lowestPitch is 90, above highestPitch (20)")]
    [InlineData("not json", "not a training configuration")]
    public void A_bad_configuration_is_refused(string json, string sentence)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["config.json"], json);
        AssertRefused(sentence, "train", "--data", "x", "--out", folder["style"], "--config", folder["config.json"]);
    }

    [Fact]
    public void A_damaged_checkpoint_is_refused()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["best.ckpt"], "CPCHECK1 but nothing more");
        AssertRefused("not a checkpoint", "export", "--checkpoint", folder["best.ckpt"], "--out", folder["style"]);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("prepare", "--help")]
    [InlineData("train", "--help")]
    [InlineData("export", "--help")]
    [InlineData("evaluate", "--help")]
    public void Help_option_prints_help(params string[] args)
    {
        var (code, output, errors) = Run(args);
        Assert.Equal(ExitCode.Done, code);
        Assert.Contains($"USAGE:\n    composer-trainer {(args.Length > 1 ? args[0] : "[OPTIONS] <COMMAND>")}", output,
            StringComparison.Ordinal);
        Assert.DoesNotContain('\e', output);
        Assert.Empty(errors);
    }

    private static void WriteCorpus(string folder, int tunes)
    {
        Directory.CreateDirectory(folder);
        for (int i = 0; i < tunes; i++)
            MidiFileWriter.Write(TestTunes.Song(TestTunes.Tune(i, i % 3 == 2 ? new(4, 4) : new(6, 8), i % 2 * 12), late: 0.05),
                Path.Combine(folder, $"{i}.mid"));
    }
}
