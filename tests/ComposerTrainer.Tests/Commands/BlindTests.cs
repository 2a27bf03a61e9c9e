using System.Text.Json.Nodes;
using ComposerPlugin.Music;
using ComposerPlugin.Trainer.Blind;
using ComposerPlugin.Trainer.Corpus;
using static ComposerPlugin.Trainer.Tests.CommandLine;

namespace ComposerPlugin.Trainer.Tests;

public sealed class BlindTests(StyleFixture fixture) : IClassFixture<StyleFixture>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Pairs_hide_whose_they_are_and_the_key_tells()
    {
        Do("blind", fixture.Style, "--data", fixture.Data, "--out", _folder["test"], "--pairs", "2", "--against", fixture.Style,
            "--against-form", "free");

        var keys = new BlindFolder(_folder["test"]).ReadKey();
        Assert.Equal([1, 2], keys.Select(key => key.Pair));
        Assert.Equal([BlindKey.Other, BlindKey.People], keys.Select(key => key.Opponent).Order());
        string text = File.ReadAllText(Path.Combine(_folder["test"], "pairs.txt"));
        string page = File.ReadAllText(Path.Combine(_folder["test"], "pairs.html"));
        var tunes = DataSet.Read(fixture.Data).Test;
        foreach (var key in keys)
        {
            Assert.DoesNotContain($"tune {key.Tune}", text + page, StringComparison.Ordinal);
            foreach (char letter in "ab")
            {
                var song = MidiFileReader.Read(Path.Combine(_folder["test"], $"pair-0{key.Pair}-{letter}.mid"));
                string whose = letter == 'a' ? key.A : key.B;
                var tune = tunes.Single(tune => tune.Name == key.Tune).Phrase;
                int last = (int)song.Tracks.SelectMany(track => track.Notes).Max(note => note.Onset);
                var heard = song.Tracks.SelectMany(track => track.Notes).Select(note => (note.Onset, note.Pitch)).Order();
                var own = tune.Where(note => note.Onset <= last).Select(note => ((double)note.Onset, note.Pitch)).Order();
                Assert.Equal(whose == BlindKey.People, heard.SequenceEqual(own));
            }
        }
        AssertRefused("there is a blind test already", "blind", fixture.Style, "--data", fixture.Data, "--out", _folder["test"]);
    }

    [Fact]
    public void The_same_seed_gives_the_same_pairs()
    {
        foreach (string name in (string[])["one", "two"])
            Do("blind", fixture.Style, "--data", fixture.Data, "--out", _folder[name], "--pairs", "2", "--seed", "7");
        foreach (string file in (string[])["pairs.txt", "pairs.html", "key.json", "pair-02-b.mid"])
            Assert.Equal(File.ReadAllBytes(Path.Combine(_folder["one"], file)), File.ReadAllBytes(Path.Combine(_folder["two"], file)));
    }

    [Fact]
    public void Verdicts_are_counted_by_opponent()
    {
        Do("blind", fixture.Style, "--data", fixture.Data, "--out", _folder["test"], "--pairs", "2");
        var folder = new BlindFolder(_folder["test"]);
        AssertRefused("no pair is judged yet", "unblind", _folder["test"]);
        string[] lines = [.. folder.ReadKey().Select(key => $"{key.Pair} {(key.A == BlindKey.Style ? "A" : "B")} it | returns")];
        File.WriteAllLines(folder.VerdictsPath, lines);

        var share = JsonNode.Parse(Do("unblind", _folder["test"], "--json"))!.AsArray().Single()!;
        Assert.Equal((BlindKey.People, 2, 2), ((string)share["against"]!, (int)share["wins"]!, (int)share["pairs"]!));
        Assert.Equal(1, (double)share["share"]!);
        Assert.Contains("| test | 1 | people | style | it \\| returns |", Do("unblind", _folder["test"]), StringComparison.Ordinal);

        File.WriteAllLines(folder.VerdictsPath, ["1 C it is dull"]);
        AssertRefused("the line \"1 C it is dull\" is no verdict", "unblind", _folder["test"]);
        File.WriteAllLines(folder.VerdictsPath, ["1 A", "1 B"]);
        AssertRefused("pair 1 has two verdicts", "unblind", _folder["test"]);
        AssertRefused("give a folder that blind has written", "unblind", _folder["nowhere"]);
    }

    [Fact]
    public void Bad_input_is_refused_before_anything_is_written()
    {
        string[] command = ["blind", fixture.Style, "--data", fixture.Data, "--out", _folder["x"]];
        AssertRefused("of its test tunes are long enough", [.. command, "--pairs", "99"]);
        AssertRefused("--against-form odd is unknown", [.. command, "--against-form", "odd"]);
        Assert.False(Directory.Exists(_folder["x"]) && Directory.EnumerateFiles(_folder["x"]).Any());
    }

    // Wilson's interval of 8 in 10, by R's prop.test(8, 10, correct = FALSE).
    [Fact]
    public void The_interval_of_a_share_is_Wilsons()
    {
        var (low, high) = new WinShare(8, 10).Interval;
        Assert.Equal(0.4901625, low, 1e-4);
        Assert.Equal(0.9433178, high, 1e-4);
    }
}
