using System.Text.Json.Nodes;
using ComposerPlugin.Composing;
using ComposerPlugin.Engine;
using ComposerPlugin.Music;
using static ComposerPlugin.Trainer.Tests.CommandLine;
using LoadedStyle = ComposerPlugin.Inference.LoadedStyle;

namespace ComposerPlugin.Trainer.Tests;

public class TakeCommandTests(StyleFixture fixture) : IClassFixture<StyleFixture>
{
    [Fact]
    public void Generate_writes_bars_of_the_style_and_the_same_seed_gives_the_same_file()
    {
        Do("generate", fixture.Style, "--bars", "6", "--meter", "3/4", "--tempo", "90", "--seed", "5", "-o", fixture["a.mid"]);
        Do("generate", fixture.Style, "--bars", "6", "--meter", "3/4", "--tempo", "90", "--seed", "5", "--out", fixture["b.mid"]);
        Do("generate", fixture.Style, "--bars", "6", "--meter", "3/4", "--tempo", "90", "--seed", "6", "-o", fixture["c.mid"]);

        var song = MidiFileReader.Read(fixture["a.mid"]);
        Assert.Equal((new Meter(3, 4), 90), (song.Meter, Math.Round(song.Tempo)));
        Assert.InRange(song.Tracks.SelectMany(track => track.Notes).Max(note => note.End), 5 * 72, 6 * 72);
        Assert.Equal(File.ReadAllBytes(fixture["a.mid"]), File.ReadAllBytes(fixture["b.mid"]));
        Assert.NotEqual(File.ReadAllBytes(fixture["a.mid"]), File.ReadAllBytes(fixture["c.mid"]));
    }

    [Fact]
    public void Generate_defaults_to_sixteen_bars_in_the_styles_most_frequent_meter()
    {
        Do("generate", fixture.Style, "-o", fixture["plain.mid"]);

        var song = MidiFileReader.Read(fixture["plain.mid"]);
        Assert.Equal(new Meter(6, 8), song.Meter);
        Assert.InRange(song.Tracks.SelectMany(track => track.Notes).Max(note => note.End), 15 * 72, 16 * 72);
    }

    [Fact]
    public void Generate_plays_the_sections_of_a_form()
    {
        var files = JsonNode.Parse(Do("generate", fixture.Style, "--bars", "32", "--form", "AA'BA", "-o", fixture["aaba.mid"], "--json"))!;

        Assert.Equal("AA'BA", files["files"]![0]!["form"]!.GetValue<string>());
        var piece = Read(fixture["aaba.mid"]).ToList();
        Assert.Equal(Bars(0, 7), Bars(24, 31));
        Assert.NotEqual(Bars(0, 7), Bars(8, 15));
        Assert.InRange(piece[^1].Duration, 36, 72);

        IEnumerable<(int, Pitch)> Bars(int from, int to) => piece
            .Where(note => note.Onset >= from * 72 && note.Onset < to * 72).Select(note => (note.Onset - (from * 72), note.Pitch));
    }

    [Fact]
    public void Generate_draws_a_learnt_form_unless_it_is_given()
    {
        Do("generate", fixture.Style, "--bars", "16", "-o", fixture["default.mid"]);
        Do("generate", fixture.Style, "--bars", "16", "--form", "learnt", "-o", fixture["learnt.mid"]);
        string style = Do("generate", fixture.Style, "--bars", "16", "--form", "STYLE", "-o", fixture["style.mid"]);

        Assert.Equal(File.ReadAllBytes(fixture["default.mid"]), File.ReadAllBytes(fixture["learnt.mid"]));
        Assert.DoesNotContain("form", style[style.IndexOf("notes", StringComparison.Ordinal)..], StringComparison.Ordinal);
        using var loaded = LoadedStyle.Load(fixture.Style);
        using var composer = new PhraseComposer(loaded);
        var answer = composer.Answer(new(new(6, 8), []), 0, 16 * 72, new(Grid.Sixteenth, 1, 0.95f, 1) { Form = AnswerForm.AsStyle });
        Assert.Equal(answer, Read(fixture["style.mid"]));
    }

    [Fact]
    public void Continue_writes_the_primer_and_the_plugins_answer()
    {
        var primer = Primer(out string path);
        Do("continue", fixture.Style, path, "--bars", "3", "--seed", "4", "--temperature", "0.8", "--top-p", "0.9", "-o",
            fixture["whole.mid"]);
        Do("continue", fixture.Style, path, "--bars", "3", "--seed", "4", "--temperature", "0.8", "--top-p", "0.9", "--answer-only", "-o",
            fixture["answer.mid"]);

        using var style = LoadedStyle.Load(fixture.Style);
        using var continuation = new PhraseComposer(style);
        var answer = continuation.Answer(primer, 2 * 72, 5 * 72, new(Grid.Sixteenth, 0.8f, 0.9f, 4) { Form = AnswerForm.AsStyle });
        Assert.Equal([.. primer, .. answer], Read(fixture["whole.mid"]));
        Assert.Equal(answer.Select(note => note with { Onset = note.Onset - (2 * 72) }), Read(fixture["answer.mid"]));
    }

    [Fact]
    public void Continue_quantizes_the_models_input_and_writes_the_primer_unchanged()
    {
        var straight = Primer(out string path);
        var played = straight.Select((note, i) => note with { Onset = note.Onset + (i % 2), Duration = note.Duration - 2 - (i % 2) });
        MidiFileWriter.Write(MidiSong.Create(straight.Meter, 110, Track(new(straight.Meter, played))), fixture["played.mid"]);
        Do("continue", fixture.Style, path, "--bars", "2", "--answer-only", "-o", fixture["straight-answer.mid"]);
        Do("continue", fixture.Style, fixture["played.mid"], "--bars", "2", "--answer-only", "-o", fixture["played-answer.mid"]);
        Do("continue", fixture.Style, fixture["played.mid"], "--bars", "2", "-o", fixture["played-whole.mid"]);

        Assert.Equal(Read(fixture["straight-answer.mid"]), Read(fixture["played-answer.mid"]));
        Assert.Equal(played, Read(fixture["played-whole.mid"]).Take(straight.Count));
    }

    [Fact]
    public void Rest_comes_before_the_answer()
    {
        Primer(out string path);
        Do("continue", fixture.Style, path, "--rest", "1", "--bars", "1", "-o", fixture["rest.mid"]);

        // The primer and the rest end in the first beat of the third bar, so the answer begins on the second beat.
        Assert.Equal((2 * 72) + 36, Read(fixture["rest.mid"]).ElementAt(11).Onset);
    }

    [Fact]
    public void Musical_controls_work_as_in_the_plugin()
    {
        var primer = Primer(out string path);
        Do("continue", fixture.Style, path, "--bars", "3", "--answer-only", "--key", "Eb", "--scale", "harmonic-minor", "--end-on-tonic",
            "--lowest", "C4", "--highest", "F#6",
            "--octave", "1", "--density", "50", "--memory", "-100", "--repeat-guard", "strong", "--form", "rhythm",
            "-o", fixture["musical.mid"]);

        using var style = LoadedStyle.Load(fixture.Style);
        using var continuation = new PhraseComposer(style);
        var answer = continuation.Answer(primer, 2 * 72, 5 * 72, new(Grid.Sixteenth, 1, 0.95f, 1)
        {
            Tonic = 3, Scale = Scale.Named[3].Scale, EndsOnTonic = true, Lowest = new(60), Highest = new(90), Octave = 1, Density = 0.5f,
            Memory = -3,
            RepeatGuard = RepeatGuardStrength.Strong,
            Form = AnswerForm.SameRhythm,
        });
        Assert.Equal(answer.Select(note => note with { Onset = note.Onset - (2 * 72) }), Read(fixture["musical.mid"]));
        Assert.All(answer, note => Assert.True(Scale.Named[3].Scale.Contains(note.Pitch.Number, 3)));
    }

    [Fact]
    public void Each_take_has_its_own_file_and_seed()
    {
        Primer(out string path);
        string output = Do("continue", fixture.Style, path, "--takes", "3", "--seed", "10", "-o", fixture["take.mid"], "--json");

        var files = JsonNode.Parse(output)!["files"]!.AsArray();
        Assert.Equal([10, 11, 12], files.Select(file => file!["seed"]!.GetValue<int>()));
        Assert.Equal([fixture["take-1.mid"], fixture["take-2.mid"], fixture["take-3.mid"]],
            files.Select(file => file!["file"]!.GetValue<string>()));
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
    [InlineData("--form AXYZ99 is unknown", "generate", "STYLE", "--form", "AXYZ99", "-o", "x.mid")]
    [InlineData("--form aaba is unknown", "generate", "STYLE", "--form", "aaba", "-o", "x.mid")]
    [InlineData("give at least 4 bars", "generate", "STYLE", "--form", "AABA", "--bars", "3", "-o", "x.mid")]
    [InlineData("--form AABA is unknown", "continue", "STYLE", "x.mid", "--form", "AABA", "-o", "x.mid")]
    [InlineData("there is no option --answer-only", "generate", "STYLE", "--answer-only", "-o", "x.mid")]
    [InlineData("this is a folder", "generate", "STYLE", "-o", "STYLE")]
    [InlineData("not writable", "generate", "STYLE", "-o", "STYLE/style.json/x.mid")]
    [InlineData("PRIME.mid is missing", "continue", "STYLE", "-o", "x.mid")]
    [InlineData("there is no such file", "continue", "STYLE", "/no such place.mid", "-o", "x.mid")]
    [InlineData("There is no style folder", "continue", "/no such place", "/no such place.mid", "-o", "x.mid")]
    public void Bad_input_is_refused(string words, params string[] args) =>
        AssertRefused(words, [.. args.Select(word => word.Replace("STYLE", fixture.Style, StringComparison.Ordinal))]);

    [Fact]
    public void Primer_without_a_melody_or_with_two_meters_is_refused()
    {
        MidiFileWriter.Write(MidiSong.Create(Meter.Common, 120, new MidiTrack("", [])), fixture["silent.mid"]);
        MidiFileWriter.Write(MidiSong.Create(Meter.Common, 120, new MidiTrack("", [new(0, 24, new(36), 90, 9)])), fixture["drums.mid"]);
        MidiFileWriter.Write(new([new("", [new(0, 24, new(60), 90, 0), new(400, 24, new(60), 90, 0)])], [new(0, 120)],
            [new(0, Meter.Common), new(192, new(6, 8))]), fixture["two.mid"]);
        File.WriteAllText(fixture["words.mid"], "no music");

        AssertRefused("the file has no notes", "continue", fixture.Style, fixture["silent.mid"], "-o", fixture["x.mid"]);
        AssertRefused("the file has only drums", "continue", fixture.Style, fixture["drums.mid"], "-o", fixture["x.mid"]);
        AssertRefused("the meter changes from 4/4 to 6/8 at quarter note 9", "continue", fixture.Style, fixture["two.mid"], "-o",
            fixture["x.mid"]);
        AssertRefused("the file is not a MIDI file", "continue", fixture.Style, fixture["words.mid"], "-o", fixture["x.mid"]);
        Assert.False(File.Exists(fixture["x.mid"]));
    }

    [Fact]
    public void Interpolation_refuses_a_style_of_another_type_before_it_reads_the_files()
    {
        Primer(out string path);
        AssertRefused("only vae styles have latents", "interpolate", fixture.Style, path, fixture["no such file.mid"], "-o",
            fixture["x.mid"]);
    }

    [Theory]
    [InlineData("generate")]
    [InlineData("continue")]
    public void Help_lists_the_options(string command) => Assert.Contains("--top-p <N>", Do(command, "--help"), StringComparison.Ordinal);

    // Eleven eighths in 6/8. The last note ends in the second beat of the second bar, so the answer begins on the bar line.
    private Phrase Primer(out string path)
    {
        path = fixture["primer.mid"];
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
