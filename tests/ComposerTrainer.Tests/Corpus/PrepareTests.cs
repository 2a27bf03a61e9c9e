using System.IO.Compression;
using System.Text.Json.Nodes;
using ComposerPlugin.Music;
using ComposerPlugin.Trainer.CommandLine;
using ComposerPlugin.Trainer.Commands;
using ComposerPlugin.Trainer.Corpus;
using ComposerPlugin.Trainer.Onnx;
using Spectre.Console;

namespace ComposerPlugin.Trainer.Tests;

public class PrepareTests
{
    [Fact]
    public void Parts_share_no_run_of_sixteen_intervals()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["corpus"]);
        // Each tune has a variant with another ending and key and an unrelated name.
        for (int i = 0; i < 60; i++)
        {
            var tune = TestTunes.Tune(i);
            var variant = TestTunes.Transposed(new(tune.Meter, tune.SkipLast(3)), (i % 7) - 3);
            Write(tune, folder[$"corpus/{i}.mid"]);
            Write(variant, folder[$"corpus/other {(i * 17) % 60}.mid"]);
        }
        Run(folder["corpus"], "--out", folder["data"]);
        var data = DataSet.Read(folder["data"]);
        Assert.Equal(120, data.Train.Count + data.Valid.Count + data.Test.Count);
        Assert.NotEmpty(data.Valid);
        Assert.NotEmpty(data.Test);
        HashSet<string>[] runs = [SharedRuns(data.Train), SharedRuns(data.Valid), SharedRuns(data.Test)];
        Assert.Empty(runs[0].Intersect(runs[1]));
        Assert.Empty(runs[0].Intersect(runs[2]));
        Assert.Empty(runs[1].Intersect(runs[2]));
    }

    [Fact]
    public void Each_tune_stores_its_source()
    {
        using var folder = new TemporaryFolder();
        WriteCorpus(folder["jigs"], 0, 20);
        WriteCorpus(folder["reels.v2"], 20, 20);
        Run(folder["jigs"], folder["reels.v2"], "--out", folder["data"]);
        Assert.Equal([("jigs", 20), ("reels", 20)], Sources(folder["data"]));
        Run(folder["jigs"], folder["reels.v2"], "--out", folder["data"], "--sources", "old, new");
        Assert.Equal([("new", 20), ("old", 20)], Sources(folder["data"]));
    }

    [Fact]
    public void Files_with_the_same_name_in_two_folders_are_two_tunes()
    {
        using var folder = new TemporaryFolder();
        WriteCorpus(folder["a/tunes"], 0, 2);
        WriteCorpus(folder["b/tunes"], 2, 2);
        File.Move(folder["b/tunes/2.mid"], folder["b/tunes/0.mid"]);
        Run(folder["a/tunes"], folder["b/tunes"], "--out", folder["data"]);
        Assert.Equal([("tunes", 4)], Sources(folder["data"]));
    }

    [Fact]
    public void Tunes_outside_the_scale_are_skipped_with_the_reason()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["corpus"]);
        byte[] inside = [60, 62, 64, 67, 69];
        for (int i = 0; i < 4; i++)
        {
            Write(new(new(4, 4), Enumerable.Range(0, 16 + i).Select(n => new Note(n * 24, 24, new(inside[n * (i + 1) % 5]), 80))),
                folder[$"corpus/inside{i}.mid"]);
            Write(new(new(4, 4), Enumerable.Range(0, 16).Select(n => new Note(n * 24, 24, new((byte)(60 + (n * (i + 1) % 7))), 80))),
                folder[$"corpus/outside{i}.mid"]);
        }
        var report = JsonNode.Parse(Run(folder["corpus"], "--out", folder["data"], "--scale", "major-pentatonic", "--json"))!;
        Assert.Equal((8, 4), ((int)report["files"]!, (int)report["tunes"]!));
        Assert.Equal(4, (int)report["skippedKinds"]!["no tune or segment of it is in the requested scale, on any tonic"]!);
        Assert.ThrowsAny<BadInputException>(() => Run(folder["corpus"], "--out", folder["data"], "--scale", "pentatonical"));
    }

    [Fact]
    public void A_failed_write_leaves_no_files()
    {
        using var folder = new TemporaryFolder();
        WriteCorpus(folder["corpus"], 0, 4);
        Directory.CreateDirectory(folder["data"]);
        File.WriteAllText(folder["data/unfinished"], "in the way");
        Assert.ThrowsAny<IOException>(() => Run(folder["corpus"], "--out", folder["data"]));
        Assert.Equal([folder["data/unfinished"]], Directory.GetFileSystemEntries(folder["data"]));
    }

    [Fact]
    public void The_report_counts_tunes_and_the_reasons_for_skipped_files()
    {
        using var folder = new TemporaryFolder();
        WriteCorpus(folder["corpus"], 0, 30);
        File.WriteAllText(folder["corpus/a.mid"], "this is no music");
        File.WriteAllText(folder["corpus/b.mid"], "nor is this");
        File.WriteAllText(folder["corpus/read me.txt"], "about the corpus");
        Write(new(new(4, 4), [new(0, 24, new(60), 80)]), folder["corpus/short.mid"]);
        var report = JsonNode.Parse(Run(folder["corpus"], "--out", folder["data"], "--json"))!;
        Assert.Equal((33, 1, 30), ((int)report["files"]!, (int)report["otherFiles"]!, (int)report["tunes"]!));
        Assert.Equal(2, (int)report["skippedKinds"]!["the file is not a MIDI file"]!);
        Assert.Equal(1, (int)report["skippedKinds"]!["too few notes"]!);
        Assert.Equal(0.05, (double)report["meanMove"]!, 1e-9);
        Assert.InRange((double)report["largestMove"]!, 0.05, 1);
        Assert.Equal((30, 15), ((int)report["fitCheck"]!["tunes"]!, (int)report["fitCheck"]!["pickups"]!));

        var described = JsonNode.Parse(File.ReadAllText(folder["data/dataset.json"]))!["pieces"]!.AsArray();
        var data = DataSet.Read(folder["data"]);
        Assert.Equal(30, described.Count);
        foreach (var tune in data.Train.Concat(data.Valid).Concat(data.Test))
        {
            var piece = described.Single(piece => (string)piece!["name"]! == tune.Name)!;
            Assert.Equal(tune.Features.KeyName, (string)piece["key"]!);
            Assert.Equal(string.Join(' ', tune.Features.Chords), (string)piece["chords"]!);
            Assert.Equal(string.Join('|', tune.Features.Rhythm), (string)piece["rhythm"]!);
            Assert.Equal(TuneFeatures.FromPhrase(tune.Phrase), tune.Features);
        }
    }

    [Fact]
    public void A_file_of_ten_hours_is_accepted_with_a_warning()
    {
        using var folder = new TemporaryFolder();
        var random = new Random(1);
        Write(new(new(4, 4), Enumerable.Range(0, 72_000).Select(i => new Note(i * 24, 24, new((byte)random.Next(55, 80)), 80))),
            folder["long.mid"]);
        string output = Run(folder["long.mid"], "--out", folder["data"]);
        Assert.Contains("warning: long.mid lasts 10.0 hours", output, StringComparison.Ordinal);
        Assert.Contains("nothing is left to validate or test on", output, StringComparison.Ordinal);
        Assert.Equal(72_000, Assert.Single(DataSet.Read(folder["data"]).Train).Phrase.Count);
    }

    [Fact]
    public void Every_format_is_read()
    {
        using var folder = new TemporaryFolder();
        var tune = TestTunes.Tune(1);
        Write(tune, folder["1.mid"]);
        byte[] file = File.ReadAllBytes(folder["1.mid"]);
        byte[] length = BitConverter.GetBytes(file.Length);
        File.WriteAllBytes(folder["riff.mid"],
            [.. "RIFF"u8, .. BitConverter.GetBytes(file.Length + 12), .. "RMIDdata"u8, .. length, .. file]);
        // 24 frames per second of 40 ticks: 480 ticks per quarter note at 120 bpm, as in the original.
        File.WriteAllBytes(folder["smpte.mid"], [.. file[..12], 0xE8, 40, .. file[14..]]);
        File.WriteAllBytes(folder["2.mid"], [.. file[..9], 2, .. file[10..]]);
        foreach (string name in (string[])["1", "riff", "smpte", "2"])
        {
            Run(folder[$"{name}.mid"], "--out", folder[name]);
            Assert.Equal(tune.Select(note => (note.Onset, note.Duration, note.Pitch)),
                DataSet.Read(folder[name]).Train[0].Phrase.Select(note => (note.Onset, note.Duration, note.Pitch)));
        }
    }

    [Fact]
    public void Tracks_of_a_format_2_file_are_tunes_of_one_family()
    {
        using var folder = new TemporaryFolder();
        var song = TestTunes.Song(TestTunes.Tune(1));
        MidiFileWriter.Write(song with { Tracks = [song.Tracks[0], TestTunes.Song(TestTunes.Tune(2)).Tracks[0]] }, folder["a.mid"]);
        byte[] file = File.ReadAllBytes(folder["a.mid"]);
        File.WriteAllBytes(folder["a.mid"], [.. file[..9], 2, .. file[10..]]);
        Run(folder["a.mid"], "--out", folder["data"]);
        var tunes = DataSet.Read(folder["data"]).Train;
        Assert.Equal(["a.mid#1", "a.mid#2"], tunes.Select(tune => tune.Name));
        Assert.Equal(tunes[0].Family, tunes[1].Family);
    }

    [Fact]
    public void A_refused_corpus_does_not_change_the_existing_data_set()
    {
        using var folder = new TemporaryFolder();
        WriteCorpus(folder["corpus"], 0, 10);
        Run(folder["corpus"], "--out", folder["data"]);
        string[] before = Directory.GetFileSystemEntries(folder["data"]);
        byte[] train = File.ReadAllBytes(folder["data/train.tunes"]);
        File.WriteAllText(folder["a.mid"], "no music");
        Assert.Throws<BadInputException>(() => Run(folder["a.mid"], "--out", folder["data"]));
        Assert.Equal(before, Directory.GetFileSystemEntries(folder["data"]));
        Assert.Equal(train, File.ReadAllBytes(folder["data/train.tunes"]));
    }

    [Theory]
    [InlineData("there are no MIDI files here (1 other files)", "empty")]
    [InlineData("none of 2 files contains a tune (2: only one pitch;", "drones")]
    [InlineData("none of 0 files contains a tune (1: archive cannot be read;", "broken.zip")]
    [InlineData("--sources names 2 of 1 PATHs", "drones", "--sources", "a,b")]
    [InlineData("--melody and --keep-all exclude each other", "drones", "--melody", "--keep-all")]
    [InlineData("--chords loud is not known; use highest, split or keep", "drones", "--chords", "loud")]
    public void Bad_input_gets_one_sentence(string sentence, string path, params string[] options)
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["empty"]);
        File.WriteAllText(folder["empty/words.txt"], "no music");
        File.WriteAllText(folder["broken.zip"], "no archive");
        Directory.CreateDirectory(folder["drones"]);
        for (int i = 0; i < 2; i++)
            Write(new(new(4, 4), Enumerable.Range(0, 40).Select(at => new Note(at * 24, 24, new(60), 80))), folder[$"drones/{i}.mid"]);
        var exception = Assert.Throws<BadInputException>(() => Run([folder[path], "--out", folder["data"], .. options]));
        Assert.Contains(sentence, exception.Message, StringComparison.Ordinal);
        Assert.EndsWith(".", exception.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["data"]));
    }

    [Fact]
    public void Archives_are_read_like_folders()
    {
        using var folder = new TemporaryFolder();
        WriteCorpus(folder["corpus"], 0, 10);
        ZipFile.CreateFromDirectory(folder["corpus"], folder["tunes.zip"]);
        Run(folder["tunes.zip"], "--out", folder["data"]);
        Assert.Equal([("tunes", 10)], Sources(folder["data"]));
        Assert.All(DataSet.Read(folder["data"]).Train, tune => Assert.StartsWith("tunes.zip/", tune.Name, StringComparison.Ordinal));
    }

    private static string Run(params string[] words)
    {
        using var output = new StringWriter();
        var console = AnsiConsole.Create(
            new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output), Ansi = AnsiSupport.No, Interactive = InteractionSupport.No });
        console.Profile.Width = 1000;
        TrainerCommands.Program.Execute(["prepare", .. words], console);
        return output.ToString();
    }

    private static void Write(Phrase phrase, string path) => MidiFileWriter.Write(TestTunes.Song(phrase, late: 0.05), path);

    private static void WriteCorpus(string folder, int first, int count)
    {
        Directory.CreateDirectory(folder);
        for (int i = first; i < first + count; i++)
            Write(TestTunes.Tune(i, pickup: i % 2 * 12), Path.Combine(folder, $"{i}.mid"));
    }

    private static IEnumerable<(string, int)> Sources(string folder)
    {
        var data = DataSet.Read(folder);
        return data.Train.Concat(data.Valid).Concat(data.Test).GroupBy(tune => tune.Source).Select(source => (source.Key, source.Count()))
            .Order();
    }

    // The note runs that group tunes into families, as text instead of hashes.
    private static HashSet<string> SharedRuns(IReadOnlyList<Tune> tunes) =>
    [
        .. from tune in tunes
            from start in Enumerable.Range(1, Math.Max(0, tune.Phrase.Count - TuneFamilies.RunLength))
            let steps = Enumerable.Range(start, TuneFamilies.RunLength)
                .Select(i => (Interval: tune.Phrase[i].Pitch.Number - tune.Phrase[i - 1].Pitch.Number, tune.Phrase[i].Duration)).ToList()
            where steps.Select(step => step.Interval).Distinct().Count() >= 4
            select string.Join(' ', steps),
    ];
}
