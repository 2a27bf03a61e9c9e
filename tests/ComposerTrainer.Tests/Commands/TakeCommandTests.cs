using System.Text.Json.Nodes;
using ComposerPlugin.Composing;
using ComposerPlugin.Engine;
using ComposerPlugin.Music;
using static ComposerPlugin.Trainer.Tests.CommandLine;
using LoadedStyle = ComposerPlugin.Inference.LoadedStyle;

namespace ComposerPlugin.Trainer.Tests;

public class TakeCommandTests(StyleFixture made) : IClassFixture<StyleFixture>
{
    [Fact]
    public void Generate_writes_bars_of_the_style_and_the_same_seed_gives_the_same_file()
    {
        Do("generate", made.Style, "--bars", "6", "--meter", "3/4", "--tempo", "90", "--seed", "5", "-o", made["a.mid"]);
        Do("generate", made.Style, "--bars", "6", "--meter", "3/4", "--tempo", "90", "--seed", "5", "--out", made["b.mid"]);
        Do("generate", made.Style, "--bars", "6", "--meter", "3/4", "--tempo", "90", "--seed", "6", "-o", made["c.mid"]);

        var song = MidiFileReader.Read(made["a.mid"]);
        Assert.Equal((new Meter(3, 4), 90), (song.Meter, Math.Round(song.Tempo)));
        Assert.InRange(song.Tracks.SelectMany(track => track.Notes).Max(note => note.End), 5 * 72, 6 * 72);
        Assert.Equal(File.ReadAllBytes(made["a.mid"]), File.ReadAllBytes(made["b.mid"]));
        Assert.NotEqual(File.ReadAllBytes(made["a.mid"]), File.ReadAllBytes(made["c.mid"]));
    }

    [Fact]
    public void Generate_without_more_plays_sixteen_bars_in_the_styles_commonest_meter()
    {
        Do("generate", made.Style, "-o", made["plain.mid"]);

        var song = MidiFileReader.Read(made["plain.mid"]);
        Assert.Equal(new Meter(6, 8), song.Meter);
        Assert.InRange(song.Tracks.SelectMany(track => track.Notes).Max(note => note.End), 15 * 72, 16 * 72);
    }

    [Fact]
    public void Continue_writes_the_primer_and_what_the_plugin_answers_to_it()
    {
        var primer = Primer(out string path);
        Do("continue", made.Style, path, "--bars", "3", "--seed", "4", "--temperature", "0.8", "--top-p", "0.9", "-o", made["whole.mid"]);
        Do("continue", made.Style, path, "--bars", "3", "--seed", "4", "--temperature", "0.8", "--top-p", "0.9", "--answer-only", "-o",
            made["answer.mid"]);

        using var style = LoadedStyle.Load(made.Style);
        using var continuation = new PhraseComposer(style);
        var answer = continuation.Answer(primer, 2 * 72, 5 * 72, new(Grid.Sixteenth, 0.8f, 0.9f, 4));
        Assert.Equal([.. primer, .. answer], Read(made["whole.mid"]));
        Assert.Equal(answer.Select(note => note with { Onset = note.Onset - (2 * 72) }), Read(made["answer.mid"]));
    }

    [Fact]
    public void File_played_by_hand_is_heard_on_the_grid_and_written_as_it_is()
    {
        var straight = Primer(out string path);
        var played = straight.Select((note, i) => note with { Onset = note.Onset + (i % 2), Duration = note.Duration - 2 - (i % 2) });
        MidiFileWriter.Write(MidiSong.Create(straight.Meter, 110, Track(new(straight.Meter, played))), made["played.mid"]);
        Do("continue", made.Style, path, "--bars", "2", "--answer-only", "-o", made["straight-answer.mid"]);
        Do("continue", made.Style, made["played.mid"], "--bars", "2", "--answer-only", "-o", made["played-answer.mid"]);
        Do("continue", made.Style, made["played.mid"], "--bars", "2", "-o", made["played-whole.mid"]);

        Assert.Equal(Read(made["straight-answer.mid"]), Read(made["played-answer.mid"]));
        Assert.Equal(played, Read(made["played-whole.mid"]).Take(straight.Count));
    }

    [Fact]
    public void Rest_comes_before_the_answer()
    {
        Primer(out string path);
        Do("continue", made.Style, path, "--rest", "1", "--bars", "1", "-o", made["rest.mid"]);

        // Eleven eighths and a quarter end in the first beat of the third bar, so the second beat is next.
        Assert.Equal((2 * 72) + 36, Read(made["rest.mid"]).ElementAt(11).Onset);
    }

    [Fact]
    public void Musical_controls_are_the_plugins()
    {
        var primer = Primer(out string path);
        Do("continue", made.Style, path, "--bars", "3", "--answer-only", "--key", "Eb", "--scale", "harmonic-minor", "--end-on-tonic",
            "--lowest", "C4", "--highest", "F#6",
            "--octave", "1", "--density", "50", "--memory", "-100", "--repeat-guard", "strong", "-o", made["musical.mid"]);

        using var style = LoadedStyle.Load(made.Style);
        using var continuation = new PhraseComposer(style);
        var answer = continuation.Answer(primer, 2 * 72, 5 * 72, new(Grid.Sixteenth, 1, 0.95f, 1)
        {
            Tonic = 3, Scale = Scale.Named[3].Scale, EndsOnTonic = true, Lowest = new(60), Highest = new(90), Octave = 1, Density = 0.5f,
            Memory = -3,
            RepeatGuard = RepeatGuardStrength.Strong,
        });
        Assert.Equal(answer.Select(note => note with { Onset = note.Onset - (2 * 72) }), Read(made["musical.mid"]));
        Assert.All(answer, note => Assert.True(Scale.Named[3].Scale.Contains(note.Pitch.Number, 3)));
    }

    [Fact]
    public void Takes_have_a_file_and_a_seed_each()
    {
        Primer(out string path);
        string output = Do("continue", made.Style, path, "--takes", "3", "--seed", "10", "-o", made["take.mid"], "--json");

        var files = JsonNode.Parse(output)!["files"]!.AsArray();
        Assert.Equal([10, 11, 12], files.Select(file => file!["seed"]!.GetValue<int>()));
        Assert.Equal([made["take-1.mid"], made["take-2.mid"], made["take-3.mid"]], files.Select(file => file!["file"]!.GetValue<string>()));
        Assert.Equal(3, files.Select(file => Convert.ToBase64String(File.ReadAllBytes(file!["file"]!.GetValue<string>()))).Distinct()
            .Count());
    }

    [Theory]
    [InlineData("STYLE is missing", "generate", "-o", "x.mid")]
    [InlineData("--out is missing", "generate", "STYLE")]
    [InlineData("--meter 6/9 is no meter", "generate", "STYLE", "--meter", "6/9", "-o", "x.mid")]
    [InlineData("--meter waltz is no meter", "generate", "STYLE", "--meter", "waltz", "-o", "x.mid")]
    [InlineData("--bars 0 is not a whole number", "generate", "STYLE", "--bars", "0", "-o", "x.mid")]
    [InlineData("--key H is not a note name", "generate", "STYLE", "--key", "H", "-o", "x.mid")]
    [InlineData("--scale blue is not known", "generate", "STYLE", "--scale", "blue", "-o", "x.mid")]
    [InlineData("--lowest C10 is not a note", "generate", "STYLE", "--lowest", "C10", "-o", "x.mid")]
    [InlineData("--highest C4 is below --lowest D4", "generate", "STYLE", "--lowest", "D4", "--highest", "C4", "-o", "x.mid")]
    [InlineData("--repeat-guard 7 is unknown", "generate", "STYLE", "--repeat-guard", "7", "-o", "x.mid")]
    [InlineData("--density 101 is not a number", "generate", "STYLE", "--density", "101", "-o", "x.mid")]
    [InlineData("--tempo 0 is not a number", "generate", "STYLE", "--tempo", "0", "-o", "x.mid")]
    [InlineData("there is no option --answer-only", "generate", "STYLE", "--answer-only", "-o", "x.mid")]
    [InlineData("this is a folder", "generate", "STYLE", "-o", "STYLE")]
    [InlineData("not writable", "generate", "STYLE", "-o", "STYLE/style.json/x.mid")]
    [InlineData("PRIME.mid is missing", "continue", "STYLE", "-o", "x.mid")]
    [InlineData("there is no such file", "continue", "STYLE", "/no such place.mid", "-o", "x.mid")]
    [InlineData("There is no style folder", "continue", "/no such place", "/no such place.mid", "-o", "x.mid")]
    public void Bad_input_is_refused(string words, params string[] args) =>
        AssertRefused(words, [.. args.Select(word => word.Replace("STYLE", made.Style, StringComparison.Ordinal))]);

    [Fact]
    public void Primer_without_a_melody_or_with_two_meters_is_refused()
    {
        MidiFileWriter.Write(MidiSong.Create(Meter.Common, 120, new MidiTrack("", [])), made["silent.mid"]);
        MidiFileWriter.Write(MidiSong.Create(Meter.Common, 120, new MidiTrack("", [new(0, 24, new(36), 90, 9)])), made["drums.mid"]);
        MidiFileWriter.Write(new([new("", [new(0, 24, new(60), 90, 0), new(400, 24, new(60), 90, 0)])], [new(0, 120)],
            [new(0, Meter.Common), new(192, new(6, 8))]), made["two.mid"]);
        File.WriteAllText(made["words.mid"], "no music");

        AssertRefused("the file has no notes", "continue", made.Style, made["silent.mid"], "-o", made["x.mid"]);
        AssertRefused("the file has only drums", "continue", made.Style, made["drums.mid"], "-o", made["x.mid"]);
        AssertRefused("the meter changes from 4/4 to 6/8 at quarter note 9", "continue", made.Style, made["two.mid"], "-o", made["x.mid"]);
        AssertRefused("the file is not a MIDI file", "continue", made.Style, made["words.mid"], "-o", made["x.mid"]);
        Assert.False(File.Exists(made["x.mid"]));
    }

    [Fact]
    public void Interpolation_of_a_style_of_another_kind_is_refused_before_its_files_are_read()
    {
        Primer(out string path);
        AssertRefused("only vae styles have latents", "interpolate", made.Style, path, made["no such file.mid"], "-o", made["x.mid"]);
    }

    [Theory]
    [InlineData("generate")]
    [InlineData("continue")]
    public void Help_lists_the_options(string command) => Assert.Contains("--top-p <N>", Do(command, "--help"), StringComparison.Ordinal);

    // Two bars of 6/8 in eighths, the last a little short: it ends in the second beat, so the answer begins on the bar line.
    private Phrase Primer(out string path)
    {
        path = made["primer.mid"];
        int[] pitches = [67, 69, 71, 74, 71, 69, 67, 71, 74, 79, 78];
        var phrase = new Phrase(new(6, 8), pitches.Select((pitch, i) => new Note(12 * i, 12, new((byte)pitch), 82)));
        MidiFileWriter.Write(TestTunes.Song(phrase, accents: false) with { Tracks = [Track(phrase)] }, path);
        return phrase;
    }

    private static MidiTrack Track(Phrase phrase) =>
        new("", [.. phrase.Select(note => new MidiNote(note.Onset, note.Duration, note.Pitch, note.Velocity, 0))]);

    private static IEnumerable<Note> Read(string path) => MidiFileReader.Read(path).Tracks.SelectMany(track => track.Notes)
        .Select(note => new Note((int)Math.Round(note.Onset), (int)Math.Round(note.Duration), note.Pitch, note.Velocity)).Order();
}
