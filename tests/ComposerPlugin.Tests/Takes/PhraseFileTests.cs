using ComposerPlugin.Music;

namespace ComposerPlugin.Tests;

public sealed class PhraseFileTests : IDisposable
{
    private const int Bar = 96;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_first_track_with_notes_is_the_phrase()
    {
        var phrase = Read(MidiSong.Create(new(3, 4), 100, new MidiTrack("empty", []),
            new("melody", [Note(0, 24, 60, 77), Note(24.4, 23.2, 62, 78)]), new("other", [Note(0, 24, 40, 90)])));
        Assert.Equal(new Phrase(new(3, 4), [new(0, 24, new(60), 77), new(24, 24, new(62), 78)]), phrase);
    }

    [Fact]
    public void Drums_and_silent_bars_are_omitted()
    {
        var phrase = Read(MidiSong.Create(Meter.Common, 100, new MidiTrack("drums", [Note(0, 24, 36, 90, 9)]),
            new("both", [Note(12, 24, 36, 90, 9), Note((3 * Bar) + 24, 24, 60, 90), Note((4 * Bar) + 1, 24, 62, 90)])));
        Assert.Equal([(24, 60), (Bar + 1, 62)], phrase.Select(note => (note.Onset, (int)note.Pitch.Number)));
    }

    [Fact]
    public void A_note_just_before_the_bar_line_belongs_to_the_bar()
    {
        var phrase = Read(Song([Note((2 * Bar) - 0.4, 24, 60, 90)]));
        Assert.Equal(new Phrase(Meter.Common, [new(0, 24, new(60), 90)]), phrase);
    }

    [Fact]
    public void The_meter_is_that_of_the_first_note_up_to_the_next_change()
    {
        var notes = Enumerable.Range(0, 40).Select(i => Note(i * 24, 24, 60 + (i % 12), 90)).Skip(5).ToList();
        var phrase = Read(new([new("", notes)], [new(0, 120)],
            [new(0, Meter.Common), new(Bar, new(3, 4)), new(Bar + (3 * 72), new(6, 8))]));
        Assert.Equal((new Meter(3, 4), 8, 24), (phrase.Meter, phrase.Count, phrase[0].Onset));
    }

    [Fact]
    public void Long_files_are_cut()
    {
        var dense = Read(Song(Enumerable.Range(0, 900).Select(i => Note(i * 3, 3, 60, 90))));
        Assert.Equal(PhraseNotes.MostPhraseNotes, dense.Count);
        var sparse = Read(Song(Enumerable.Range(0, 100).Select(i => Note(i * Bar, 5000, (byte)(i + 20), 90))));
        Assert.Equal(PhraseFile.MostBars, sparse.Count);
        Assert.All(sparse, note => Assert.InRange(note.Duration, 1, Vocabulary.LongestTicks));
    }

    [Fact]
    public void The_demo_phrases_are_read()
    {
        foreach (string path in Directory.GetFiles(Repository.File("presets/phrases"), "*.mid"))
            Assert.NotEmpty(PhraseFile.Read(path));
    }

    [Fact]
    public void A_huge_file_and_a_device_are_refused_before_they_are_read()
    {
        using (var file = File.Create(_folder["huge.mid"]))
            file.SetLength(1L << 40);
        var error = Assert.Throws<MidiFileException>(() => PhraseFile.Read(_folder["huge.mid"]));
        Assert.EndsWith("is larger than 1 MiB; give a MIDI file of one melody.", error.Message, StringComparison.Ordinal);
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Devices are for Linux.");
        error = Assert.Throws<MidiFileException>(() => PhraseFile.Read("/dev/zero"));
        Assert.Equal("/dev/zero: the file is empty; export the MIDI file again.", error.Message);
    }

    [Fact]
    public void Errors_are_sentences()
    {
        File.WriteAllText(_folder["text.mid"], "Dear reader");
        File.WriteAllText(_folder["empty.mid"], "");
        File.WriteAllBytes(_folder["cut.mid"], [.. "MThd"u8, 0, 0]);
        Write("drums.mid", Song([Note(0, 24, 36, 90, 9)]));
        Write("silent.mid", Song([]));
        foreach (string name in (string[])["text.mid", "empty.mid", "cut.mid", "drums.mid", "silent.mid", "missing.mid", "."])
        {
            var error = Assert.Throws<MidiFileException>(() => PhraseFile.Read(_folder[name]));
            Assert.EndsWith(".", error.Message, StringComparison.Ordinal);
            Assert.Contains("; ", error.Message, StringComparison.Ordinal);
        }
    }

    private static MidiSong Song(IEnumerable<MidiNote> notes) => MidiSong.Create(Meter.Common, 100, new MidiTrack("", [.. notes]));

    private static MidiNote Note(double onset, double duration, int pitch, byte velocity, byte channel = 0) =>
        new(onset, duration, new((byte)pitch), velocity, channel);

    private Phrase Read(MidiSong song)
    {
        Write("phrase.mid", song);
        return PhraseFile.Read(_folder["phrase.mid"]);
    }

    private void Write(string name, MidiSong song) => MidiFileWriter.Write(song, _folder[name]);
}
