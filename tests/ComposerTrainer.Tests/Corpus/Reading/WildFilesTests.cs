using System.Diagnostics;
using System.Text.Json.Nodes;
using ComposerPlugin.Music;
using ComposerPlugin.Trainer.CommandLine;
using ComposerPlugin.Trainer.Corpus;

namespace ComposerPlugin.Trainer.Tests;

/// <summary><c>prepare</c> with files as they are found: what is not read is counted, and the report says so.</summary>
public sealed class WildFilesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_melody_over_many_channels_is_read_whole()
    {
        var song = TestTunes.Song(TestTunes.Tune(1));
        for (int channels = 2; channels <= 15; channels++)
        {
            var spread = song with
            {
                Tracks = [new("", [.. song.Tracks[0].Notes.Select((note, i) => note with { Channel = (byte)(1 + (i % channels)) })])],
            };
            foreach (bool all in (bool[])[false, true])
            {
                var read = SongReader.Read(spread, new(AllVoices: all));
                Assert.Equal(TestTunes.Tune(1).Select(note => note.Pitch), read.Tunes[0].Phrase.Select(note => note.Pitch));
                Assert.Equal((0, 0), (read.OtherVoiceNotes, read.DrumNotes));
            }
        }
    }

    [Fact]
    public void Notes_of_voices_that_are_left_out_are_counted()
    {
        var song = TestTunes.Song(TestTunes.Tune(1));
        var chords = new MidiTrack(
            "", [.. Enumerable.Range(0, 40).Select(i => new MidiNote(i / 4 * 24, 24, new((byte)(40 + (i % 4))), 60, 1))]);
        var drums = new MidiTrack("", [.. Enumerable.Range(0, 50).Select(i => new MidiNote(i * 6, 3, new(36), 100, 9))]);
        MidiFileWriter.Write(song with { Tracks = [drums, chords, song.Tracks[0]] }, _folder["a.mid"]);
        var report = Report("--json");
        Assert.Equal((40, 50), ((int)report["otherVoiceNotes"]!, (int)report["drumNotes"]!));
        Assert.Contains("left out: 40 notes in other voices, 50 notes of drums", Prepare(), StringComparison.Ordinal);
        Assert.Contains("left out: 0 notes in other voices, 50 notes of drums", Prepare("--keep-all"), StringComparison.Ordinal);
        report = Report("--json", "--keep-all", "--drums");
        Assert.Equal((0, 0), ((int)report["otherVoiceNotes"]!, (int)report["drumNotes"]!));
    }

    [Fact]
    public void The_sustain_pedal_lengthens_notes_unless_it_is_ignored()
    {
        // The pedal goes up at each bar line; the keys are held for a thirty-second each.
        byte[] pedal = [0, 0xB0, 64, 0, 0, 0xB0, 64, 127];
        byte[] events = [.. Enumerable.Range(0, 32).SelectMany(i => (byte[])[.. i % 4 == 0 ? pedal : [], .. Key((i / 4) + (i % 4))])];
        int length = events.Length + 4;
        File.WriteAllBytes(_folder["a.mid"], [.. "MThd"u8, 0, 0, 0, 6, 0, 1, 0, 1, 0, 24, .. "MTrk"u8, 0, 0, (byte)(length >> 8),
            (byte)length, .. events, 0, 0xFF, 0x2F, 0]);
        Assert.Equal(32, (int)Report("--json")["pedalledNotes"]!);
        // In a melody up to the next note.
        Assert.All(DataSet.Read(_folder["data"]).Train[0].Phrase, note => Assert.Equal(24, note.Duration));
        Report("--json", "--chords", "keep");
        Assert.Equal(96, DataSet.Read(_folder["data"]).Train[0].Phrase[0].Duration);
        Assert.Equal(0, (int)Report("--json", "--ignore-pedal")["pedalledNotes"]!);
        Assert.All(DataSet.Read(_folder["data"]).Train[0].Phrase, note => Assert.Equal(3, note.Duration));
    }

    [Fact]
    public void Damage_is_counted_by_kind_with_its_files()
    {
        MidiFileWriter.Write(TestTunes.Song(TestTunes.Tune(1)), _folder["good.mid"]);
        MidiFileWriter.Write(TestTunes.Song(TestTunes.Tune(2)), _folder["junk.mid"]);
        File.AppendAllText(_folder["junk.mid"], "garbage");
        byte[] cut = File.ReadAllBytes(_folder["junk.mid"]);
        File.WriteAllBytes(_folder["cut.mid"], cut[..(cut.Length / 2)]);
        var damage = Report("--json")["damage"]!;
        var stray = damage["bytes outside of chunks (left out)"]!;
        Assert.Equal((7, 1), ((int)stray["count"]!, stray["files"]!.AsArray().Count));
        Assert.EndsWith("junk.mid", (string)stray["files"]![0]!, StringComparison.Ordinal);
        Assert.Equal(1, (int)damage["files truncated (read up to their ends)"]!["count"]!);
        Assert.Contains("damaged: 7 bytes outside of chunks (left out) in 1 files", Prepare(), StringComparison.Ordinal);
    }

    [Fact]
    public void Files_and_folders_whose_names_are_not_UTF_8_are_skipped_by_name()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Other systems allow no such names.");
        Directory.CreateDirectory(_folder["corpus"]);
        MidiFileWriter.Write(TestTunes.Song(TestTunes.Tune(1)), _folder["corpus/good.mid"]);
        // Only bytes can write such names.
        string script = $"cd '{_folder["corpus"]}' && cp good.mid \"$(printf 'Fl\\366te.mid')\" && mkdir \"$(printf '\\351t\\351')\""
            + " && cp good.mid \"$(printf '\\351t\\351')/a.mid\" && touch \"$(printf '\\351.txt')\"";
        Shell(script);
        var report = Report(_folder["corpus"], "--json");
        // .NET cannot delete them either.
        Shell($"rm -r '{_folder["corpus"]}'");
        Assert.Equal((1, 1), ((int)report["tunes"]!, (int)report["otherFiles"]!));
        Assert.Equal(2, (int)report["skippedKinds"]!["has a name that is not UTF-8"]!);
        Assert.All(report["skipped"]!.AsArray(), file => Assert.Contains("convmv", (string)file!["reason"]!, StringComparison.Ordinal));
    }

    [Fact]
    public void Links_to_folders_are_named_and_not_followed_in_circles()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Links need rights on Windows.");
        Directory.CreateDirectory(_folder["corpus/sub"]);
        MidiFileWriter.Write(TestTunes.Song(TestTunes.Tune(1)), _folder["corpus/sub/good.mid"]);
        Directory.CreateSymbolicLink(_folder["corpus/sub/x"], _folder["corpus"]);
        Directory.CreateSymbolicLink(_folder["corpus/sub/y"], _folder["corpus"]);
        var report = Report(_folder["corpus"], "--json");
        Assert.Equal((1, 1), ((int)report["files"]!, (int)report["tunes"]!));
        Assert.Equal(2, (int)report["skippedKinds"]!["is a link to a folder"]!);
    }

    [Fact]
    public void Other_kinds_of_files_are_skipped_with_what_they_are()
    {
        MidiFileWriter.Write(TestTunes.Song(TestTunes.Tune(1)), _folder["good.kar"]);
        File.WriteAllBytes(_folder["clip.midi2"], [.. "SMF2CLIP"u8, .. new byte[20]]);
        File.WriteAllBytes(_folder["._good.mid"], new byte[20]);
        var report = Report("--json");
        Assert.Equal((1, 1), ((int)report["tunes"]!, (int)report["otherFiles"]!));
        Assert.Equal("the file is a MIDI 2.0 clip file, which is not read; export a standard MIDI file (.mid)",
            (string)report["skipped"]![0]!["reason"]!);
    }

    // Held for 3 of 24 ticks.
    private static byte[] Key(int step)
    {
        byte pitch = (byte)(60 + (step % 8));
        return [0, 0x90, pitch, 100, 3, 0x80, pitch, 0, 21, 0xFF, 1, 0];
    }

    private static void Shell(string script)
    {
        using var shell = Process.Start("sh", ["-c", script]);
        shell.WaitForExit();
        Assert.Equal(0, shell.ExitCode);
    }

    private JsonNode Report(params string[] options) => JsonNode.Parse(Prepare(options))!;

    // The folder itself is the corpus unless the first option is a path.
    private string Prepare(params string[] options)
    {
        string[] corpus = options is [['/', ..], ..] ? [] : [_folder.Path];
        Directory.Delete(Directory.CreateDirectory(_folder["data"]).FullName, recursive: true);
        return CommandLine.Do(["prepare", .. corpus, .. options, "--out", _folder["data"]]);
    }
}
