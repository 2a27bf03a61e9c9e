using System.Diagnostics;
using System.Text.Json;
using ComposerPlugin.Music;

namespace ComposerPlugin.Tests.Published;

/// <summary>The program that ./run.sh starts.</summary>
public sealed class PlayTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("composer-play-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_program_writes_the_phrase_and_the_answer()
    {
        string phrase = Repository.File("presets/phrases/jig.mid");
        var (code, output, _) = Run(phrase, "--offline", "--bars", "2");

        Assert.True(code == 0, output);
        var song = MidiFileReader.Read(Path.Combine(_folder, "continued.mid"));
        Assert.Equal(["", "Played", "Answered"], song.Tracks.Select(track => track.Name));
        Assert.Equal(21, song.Tracks[1].Notes.Count);
        Assert.NotEmpty(song.Tracks[2].Notes);
        Assert.All(song.Tracks[2].Notes, note => Assert.True(note.Onset > song.Tracks[1].Notes[^1].Onset));
        string picture = File.ReadAllText(Path.Combine(_folder, "continued.svg"));
        Assert.Contains("answered by the plugin", picture, StringComparison.Ordinal);
        foreach (string word in (string[])["Plugin", "Answer", "Process", "Written"])
            Assert.Contains(word, output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("irish-bars", "widen the range.", "Lowest note=61", "Highest note=61", "Scale=1")]
    [InlineData("irish-bars", "a style of type vae varies whole phrases.", "Mode=3")]
    [InlineData("irish-scots-session", "there is no take to hold yet, play in another mode first.", "Mode=4")]
    public void The_whole_status_is_printed(string style, string end, params string[] settings)
    {
        string phrase = Repository.File("presets/phrases/reel.mid");
        var (_, output, _) =
            Run([phrase, "--offline", "--bars", "1", "--style", style, .. settings.SelectMany(setting => (string[])["--set", setting])]);

        Assert.EndsWith(end, output.Split('\n').Single(line => line.StartsWith("Status", StringComparison.Ordinal)).Trim(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_seed_writes_the_same_bytes_at_every_block_size()
    {
        string phrase = Repository.File("presets/phrases/reel.mid");
        byte[]? reference = null;
        foreach (string block in (string[])["32", "64", "480", "512", "2048", "random"])
        {
            Assert.Equal(0, Run(phrase, "--offline", "--seed", "9", "--block", block).Code);
            byte[] written = File.ReadAllBytes(Path.Combine(_folder, "continued.mid"));
            reference ??= written;
            Assert.Equal(reference, written);
        }
    }

    [Fact]
    public void Notes_of_a_loop_are_written_with_their_seconds()
    {
        string phrase = Repository.File("presets/phrases/reel.mid"), events = Path.Combine(_folder, "notes.jsonl");
        Assert.Equal(0, Run(phrase, "--offline", "--tempo", "120", "--loop", "4:24", "--seconds", "21", "--set", "Output channel=3",
            "--events", events).Code);

        var lines = File.ReadAllLines(events).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        double[] onsets = [.. lines.Where(line => line.GetProperty("bytes").GetString()!.StartsWith("90", StringComparison.Ordinal))
            .Select(line => line.GetProperty("second").GetDouble())];
        // The loop's first note sounds in each of its passes of twenty quarters.
        Assert.Equal([0, 10, 20], onsets.Where(second => second % 10 == 0));
        Assert.Contains(lines, line => line.GetProperty("bytes").GetString()!.StartsWith("92", StringComparison.Ordinal));
        Assert.Equal(lines.Select(line => line.GetProperty("second").GetDouble()).Order(),
            lines.Select(line => line.GetProperty("second").GetDouble()));
        Assert.False(File.Exists(Path.Combine(_folder, "continued.mid")));
    }

    [Fact]
    public void A_host_that_ends_while_the_plugin_loads_ends_without_a_crash()
    {
        foreach (int milliseconds in (int[])[0, 20, 40, 60, 80, 100, 120, 140, 160, 200, 250, 300])
        {
            var (code, output, error) = Run("--leave", $"{milliseconds}");
            Assert.True(code == 0, $"after {milliseconds} ms: {code} {output}{error}");
        }
    }

    public static TheoryData<string, string> BadFiles => new()
    {
        { "empty.mid", "" }, { "letter.mid", "Dear reader, this is no music." },
        { "cut.mid", "MThd\0\0\0\u0006\0\u0001\0\u0002\u0001\u00e0MTrk\0\0\0\u0040\0\u00ff" },
    };

    [Theory]
    [MemberData(nameof(BadFiles))]
    public void A_bad_file_gets_one_sentence(string name, string content)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, [.. content.Select(letter => (byte)letter)]);
        Refused(path, path);
    }

    [Fact]
    public void A_missing_file_gets_one_sentence() => Refused("no such file", Path.Combine(_folder, "nothing.mid"));

    [Theory]
    [InlineData("--bars", "0")]
    [InlineData("--bars", "many")]
    [InlineData("--tempo", "1e9")]
    [InlineData("--seed", "-1")]
    [InlineData("--louder", "1")]
    [InlineData("--class", "Violin")]
    [InlineData("--set", "Loudness=1")]
    [InlineData("--set", "Mode")]
    [InlineData("--move", "Mode=1")]
    [InlineData("--loop", "8:4")]
    [InlineData("--bars")]
    public void A_bad_option_gets_one_sentence(params string[] words) => Refused(words[0] == "--class" ? words[1] : words[0], words);

    private void Refused(string says, params string[] words)
    {
        var (code, output, error) = Run(words);
        Assert.True(code == 2, $"{code}: {output}{error}");
        Assert.Contains(says, error, StringComparison.Ordinal);
        Assert.Single(error.Trim().Split('\n'));
        Assert.False(File.Exists(Path.Combine(_folder, "continued.mid")));
    }

    private (int Code, string Output, string Error) Run(params string[] words)
    {
        string[] all = [Path.Combine(AppContext.BaseDirectory, "ComposerPlugin.Play.dll"), "--out", _folder, "--plugin", Bundle.Folder,
            .. words];
        using var process = Process.Start(new ProcessStartInfo("dotnet", all)
        {
            RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Repository.Root,
        })!;
        var error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }
}
