using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using ComposerPlugin.Music;

namespace ComposerPlugin.Tests.Published;

/// <summary>The program that ./run.sh starts.</summary>
public sealed class PlayTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("composer-play-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_program_writes_the_phrase_and_the_answer_and_says_so_in_a_musicians_words()
    {
        string phrase = Repository.File("presets/phrases/jig.mid");
        var (code, output, _) = Run(phrase, "--bars", "2");

        Assert.True(code == 0, output);
        var song = MidiFileReader.Read(Path.Combine(_folder, "continued.mid"));
        Assert.Equal(["", "Played", "Answered"], song.Tracks.Select(track => track.Name));
        Assert.Equal(21, song.Tracks[1].Notes.Count);
        Assert.NotEmpty(song.Tracks[2].Notes);
        Assert.All(song.Tracks[2].Notes, note => Assert.True(note.Onset > song.Tracks[1].Notes[^1].Onset));
        string picture = File.ReadAllText(Path.Combine(_folder, "continued.svg"));
        Assert.Contains("answered by the plugin", picture, StringComparison.Ordinal);
        Assert.StartsWith("You played 4 bars in G major (jig.mid, 6/8, 110 bpm).\n"
            + "It answered 2 bars from bar 5, in the style Irish & Scots session.\n", output, StringComparison.Ordinal);
        foreach (string figure in (string[])["Plugin", "Status", "Process"])
            Assert.DoesNotContain(figure, output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_sound_has_the_phrase_on_the_left_and_the_answer_on_the_right()
    {
        Assert.Equal(0, Run(Repository.File("presets/phrases/jig.mid"), "--bars", "2").Code);
        byte[] wave = File.ReadAllBytes(Path.Combine(_folder, "continued.wav"));
        Assert.Equal("RIFF", Encoding.ASCII.GetString(wave, 0, 4));
        Assert.Equal(wave.Length - 44, BitConverter.ToInt32(wave, 40));
        var samples = MemoryMarshal.Cast<byte, short>(wave.AsSpan(44)).ToArray();
        // Four bars of 6/8 at 110 quarters a minute, then the answer.
        int ends = (int)(44100 * 12 * 60 / 110.0);
        double left(int from, int to) => Energy(samples, 2 * from, 2 * to);
        double right(int from, int to) => Energy(samples, (2 * from) + 1, 2 * to);
        Assert.True(left(0, ends) > 2 * right(0, ends), $"{left(0, ends)} {right(0, ends)}");
        int answer = ends + 44100;
        Assert.True(right(answer, answer + 44100) > 2 * left(answer, answer + 44100));
        Assert.InRange(samples.Max(sample => Math.Abs((int)sample)), 29_000, 30_000);
    }

    [Fact]
    public void Figures_are_printed_if_they_are_asked_for()
    {
        string output = Run(Repository.File("presets/phrases/jig.mid"), "--bars", "2", "--verbose").Output;
        foreach (string figure in (string[])["Plugin   scanned in", "Status   Irish & Scots session is ready", "Process  "])
            Assert.Contains(figure, output, StringComparison.Ordinal);
        Assert.Matches(@"every onset within 0\.\d\d samples of the 1/8 grid", output);
    }

    [Fact]
    public void A_style_is_found_by_its_id_its_name_and_its_path_and_a_melody_style_says_that_it_hears_chords_as_melodies()
    {
        string phrase = Repository.File("presets/phrases/chords.mid"), copy = Path.Combine(_folder, "my style");
        Directory.CreateDirectory(copy);
        foreach (string file in Directory.GetFiles(Repository.File("presets/hymn")))
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        string byId = Run(phrase, "--style", "hymn").Output;
        byte[] take = File.ReadAllBytes(Path.Combine(_folder, "continued.mid"));
        Assert.Contains("For chords: --style bach-four-parts", byId, StringComparison.Ordinal);
        foreach (string style in (string[])["HYMN", copy, Repository.File("presets/hymn")])
        {
            Assert.Contains("in the style Hymn.", Run(phrase, "--style", style).Output, StringComparison.Ordinal);
            Assert.Equal(take, File.ReadAllBytes(Path.Combine(_folder, "continued.mid")));
        }
        Assert.DoesNotContain("For chords", Run(phrase, "--style", "bach-four-parts").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_grid_that_does_not_fit_the_phrase_is_named_with_one_that_does()
    {
        string air = Repository.File("presets/phrases/slow-air.mid"), triplets = Path.Combine(_folder, "triplets.mid");
        List<MidiNote> notes = [.. Enumerable.Range(0, 24).Select(i => new MidiNote(i * 8, 8, new((byte)(60 + (i % 8))), 80, 0))];
        MidiFileWriter.Write(MidiSong.Create(Meter.Common, 100, new MidiTrack("", notes)), triplets);
        Assert.Contains("This one fits: --grid \"1/8 triplet\"", Run(triplets, "--grid", "1/8").Output, StringComparison.Ordinal);
        Assert.DoesNotContain("This one fits", Run(triplets).Output, StringComparison.Ordinal);
        Assert.DoesNotContain("This one fits", Run(air, "--grid", "1/32").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mode=trade", "Turn length=1 bar")]
    [InlineData("Mode=1", "turn length=1")]
    [InlineData("Surprise=0.5", "Rare notes=0.5", "Lowest note=C3", "Density=-40 %", "Scale=Dorian", "Bypass=Off")]
    public void A_control_takes_the_names_that_are_listed(params string[] settings)
    {
        var (code, output, error) = Run([Repository.File("presets/phrases/reel.mid"), "--bars", "1",
            .. settings.SelectMany(setting => (string[])["--set", setting])]);
        Assert.True(code == 0, output + error);
    }

    [Fact]
    public void The_list_has_styles_and_controls_in_80_columns_without_base_empty_slots_and_hidden_controllers()
    {
        string[] lines = Run("--list").Output.Split('\n');
        Assert.All(lines, line => Assert.True(line.Length <= 80, line));
        Assert.Contains(lines, line => line.Contains("bach-four-parts", StringComparison.Ordinal)
            && line.EndsWith("for chords", StringComparison.Ordinal));
        Assert.Contains("  Mode: Continue, Trade, Generate, Vary, Hold", lines);
        foreach (string hidden in (string[])["base ", "(empty", "MIDI CC", "Status"])
            Assert.DoesNotContain(lines, line => line.Contains(hidden, StringComparison.Ordinal));
        Assert.All(PlayHelp(), line => Assert.True(line.Length <= 80, line));
    }

    [Fact]
    public void The_version_is_the_plugins() => Assert.Equal($"ComposerPlugin {Plugin.Version}", Run("--version").Output.Trim());

    [Theory]
    [InlineData("irish-bars", "widen the range.", "Lowest note=61", "Highest note=61", "Scale=1")]
    [InlineData("irish-bars", "a style of type vae varies whole phrases.", "Mode=3")]
    [InlineData("irish-scots-session", "there is no take to hold yet, play in another mode first.", "Mode=4")]
    public void The_whole_status_is_printed(string style, string end, params string[] settings)
    {
        string phrase = Repository.File("presets/phrases/reel.mid");
        var (_, output, _) =
            Run([phrase, "--verbose", "--bars", "1", "--style", style, .. settings.SelectMany(setting => (string[])["--set", setting])]);

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
            Assert.Equal(0, Run(phrase, "--seed", "9", "--block", block).Code);
            byte[] written = File.ReadAllBytes(Path.Combine(_folder, "continued.mid"));
            reference ??= written;
            Assert.Equal(reference, written);
        }
    }

    [Fact]
    public void Notes_of_a_loop_are_written_with_their_seconds()
    {
        string phrase = Repository.File("presets/phrases/reel.mid"), events = Path.Combine(_folder, "notes.jsonl");
        Assert.Equal(0, Run(phrase, "--tempo", "120", "--loop", "4:24", "--seconds", "21", "--set", "Output channel=3",
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
    [InlineData("--set", "Mode=Waltz")]
    [InlineData("--set", "Mode=5")]
    [InlineData("--set", "Surprise=3")]
    [InlineData("--set", "Density=-101")]
    [InlineData("--set", "MIDI CC 0 channel 1=0")]
    [InlineData("--grid", "1/7")]
    [InlineData("--style", "nothing")]
    [InlineData("--style", "base")]
    [InlineData("--style", "docs/window")]
    [InlineData("--move", "Mode=1")]
    [InlineData("--loop", "8:4")]
    [InlineData("--bars")]
    public void A_bad_option_gets_one_sentence(params string[] words) => Refused(words[0] == "--class" ? words[1] : words[0], words);

    private string[] PlayHelp() => Run("--help").Output.Split('\n');

    private static double Energy(short[] samples, int from, int to)
    {
        double sum = 0;
        for (int i = from; i < to; i += 2)
            sum += (double)samples[i] * samples[i];
        return sum;
    }

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
