using System.Text;
using ComposerPlugin.Composing;
using ComposerPlugin.Engine;
using ComposerPlugin.Music;

namespace ComposerPlugin.Tests;

public sealed class TakeFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_take_is_read_back_note_for_note()
    {
        var random = new Random(5);
        for (int i = 0; i < 30; i++)
        {
            var take = Take(i, Random(random));
            string path = TakeFile.Write(take, "Irish & Scots session", 93.5, _folder.Path);
            var song = MidiFileReader.Read(path);
            var notes = song.Tracks.SelectMany(track => track.Notes);
            Assert.Equal(take.Notes, new Phrase(song.Meter, notes.Select(note =>
                new Note((int)note.Onset, (int)note.Duration, note.Pitch, note.Velocity))));
            Assert.Equal(93.5, song.Tempo, 2);
            Assert.Equal($"Irish & Scots session, take {i}", song.Tracks[1].Name);
        }
    }

    [Fact]
    public void A_note_ends_where_the_next_of_its_pitch_begins()
    {
        var take = Take(1, new(Meter.Common,
            [new(0, 48, new(60), 90), new(12, 48, new(64), 90), new(24, 24, new(60), 80), new(24, 30, new(60), 81)]));
        var notes = MidiFileReader.Read(TakeFile.Write(take, "x", double.NaN, _folder.Path)).Tracks.SelectMany(track => track.Notes);
        Assert.Equal([(0.0, 24.0, 60, 90), (12, 48, 64, 90), (24, 30, 60, 81)],
            notes.Select(note => (note.Onset, note.Duration, (int)note.Pitch.Number, (int)note.Velocity)));
    }

    [Fact]
    public void The_name_has_style_key_seed_and_number() => Assert.Equal(
        "Irish & Scots session - D major - seed 7 - take 12.mid",
        Path.GetFileName(TakeFile.Write(Take(12, Scale(2, 0, 2, 4, 5, 7, 9, 11, 12)), "Irish & Scots session", 120, _folder.Path)));

    [Fact]
    public void A_take_without_a_key_has_none_in_its_name() =>
        Assert.Equal("x - no key - seed 7 - take 1", TakeFile.NameOf(Take(1, new(Meter.Common, [])), "x"));

    [Fact]
    public void The_same_take_is_one_file_and_another_is_never_replaced()
    {
        var one = Take(1, Scale(0, 0, 4, 7));
        var other = Take(1, Scale(0, 0, 4, 7, 12));
        string first = TakeFile.Write(one, "x", 120, _folder.Path);
        Assert.Equal(first, TakeFile.Write(one, "x", 120, _folder.Path));
        string second = TakeFile.Write(other, "x", 120, _folder.Path);
        Assert.EndsWith(" (2).mid", second, StringComparison.Ordinal);
        Assert.Equal(second, TakeFile.Write(other, "x", 120, _folder.Path));
        Assert.EndsWith(" (3).mid", TakeFile.Write(one, "x", 121, _folder.Path), StringComparison.Ordinal);
        Assert.Equal(3, MidiFileReader.Read(first).Tracks.Sum(track => track.Notes.Count));
        Assert.Equal(3, Directory.GetFiles(_folder.Path).Length);
    }

    [Theory]
    [InlineData("a/b\\c:d*e?f\"g<h>i|j")]
    [InlineData("..")]
    [InlineData("")]
    [InlineData(" . ")]
    [InlineData("CON")]
    [InlineData("nul.x")]
    [InlineData("tab\tnew\nline\u0001")]
    [InlineData("Bräuche 日本 \ud83c\udfb5")]
    public void Names_are_valid_on_every_file_system(string style)
    {
        string path = TakeFile.Write(Take(3, Scale(0, 0, 4, 7)), style, 120, _folder.Path);
        string name = Path.GetFileName(path);
        Assert.Equal(_folder.Path, Path.GetDirectoryName(path));
        Assert.DoesNotContain(name, letter => letter < ' ' || "<>:\"/\\|?*".Contains(letter, StringComparison.Ordinal));
        Assert.NotEqual('.', name[0]);
        Assert.DoesNotContain(name.Split('.', ' ')[0].ToUpperInvariant(), (string[])["CON", "NUL"]);
        Assert.Contains(" - seed 7 - take 3", name, StringComparison.Ordinal);
    }

    [Fact]
    public void Long_style_names_are_cut()
    {
        string name = TakeFile.NameOf(Take(3, Scale(0, 0, 4, 7)), "x" + string.Concat(Enumerable.Repeat("\ud83c\udfb5", 200)));
        Assert.InRange(Encoding.UTF8.GetByteCount(name + " (1000).mid"), 1, 255);
        Assert.DoesNotContain('\ufffd', Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(name)));
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_named()
    {
        string file = _folder["file"];
        File.WriteAllText(file, "");
        var error = Assert.ThrowsAny<IOException>(() => TakeFile.Write(Take(1, Scale(0, 0)), "x", 120, Path.Combine(file, "sub")));
        Assert.Contains("cannot be written", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("choose another folder.", error.Message, StringComparison.Ordinal);
    }

    private static TakeSnapshot Take(int number, Phrase notes) => new()
    {
        Id = number + 1, Number = number, Origin = TakeOrigin.Answer, Style = "x", Seed = 7, Begin = 0, End = 384, Notes = notes,
    };

    private static Phrase Scale(int tonic, params int[] steps) =>
        new(Meter.Common, steps.Select((step, i) => new Note(i * 12, 12, new((byte)(60 + tonic + step)), 90)));

    // Notes of one pitch do not overlap: MIDI cannot distinguish their ends.
    private static Phrase Random(Random random)
    {
        var notes = new List<Note>();
        for (int pitch = 40; pitch < 80; pitch++)
        {
            for (int onset = random.Next(100); onset < 500; onset += random.Next(1, 200))
            {
                int duration = random.Next(1, 90);
                notes.Add(new(onset, duration, new((byte)pitch), (byte)random.Next(1, 128)));
                onset += duration;
            }
        }
        return new(new(7, 8), notes);
    }
}
