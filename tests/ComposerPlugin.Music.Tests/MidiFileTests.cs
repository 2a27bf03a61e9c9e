namespace ComposerPlugin.Music.Tests;

public sealed class MidiFileTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".mid");

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void A_written_song_is_read_as_it_was()
    {
        for (int seed = 0; seed < 100; seed++)
        {
            var random = new Random(seed);
            var tracks = Enumerable.Range(0, 3).Select(track => new MidiTrack($"Track {track}", Separate(RandomPhrases.Next(random), (byte)track))).ToList();
            var song = new MidiSong(tracks, [new(0, 100), new(96, 240)], [new(0, new(6, 8)), new(144, new(7, 8))]);
            MidiFileWriter.Write(song, _path);
            if (tracks.All(track => track.Notes.Count == 0))
                continue;

            var read = MidiFileReader.Read(_path);

            Assert.Equal(song.Meters, read.Meters);
            Assert.Equal([100.0, 240.0], read.Tempi.Select(change => Math.Round(change.QuartersPerMinute, 3)));
            var written = tracks.Select(track => track.Notes.OrderBy(note => note.Onset).ThenBy(note => note.Pitch).ToList()).ToList();
            Assert.Equal(written, read.Tracks.Skip(1).Select(track => track.Notes.ToList()));
            Assert.Equal(tracks.Select(track => track.Name), read.Tracks.Skip(1).Select(track => track.Name));
        }
    }

    [Fact]
    public void Names_keep_their_letters_and_a_tempo_slower_than_a_file_can_say_is_the_slowest()
    {
        MidiFileWriter.Write(MidiSong.Of(Meter.Common, 1, new MidiTrack("Dró – 琴", [new(0, 24, new(60), 100, 0)])), _path);
        var song = MidiFileReader.Read(_path);
        Assert.Equal(("Dró – 琴", 3.58), (song.Tracks[1].Name, Math.Round(song.Tempo, 2)));
    }

    [Fact]
    public void A_missing_file_is_named() => Refused("there is no such file", path => { });

    [Fact]
    public void An_empty_file_is_named() => Refused("the file is empty", path => File.WriteAllBytes(path, []));

    [Fact]
    public void A_file_that_is_not_MIDI_is_named() => Refused("is not a MIDI file", path => File.WriteAllText(path, "This is a letter, not music."));

    [Fact]
    public void A_truncated_file_is_named() => Refused("truncated", path =>
    {
        MidiFileWriter.Write(MidiSong.Of(Meter.Common, 120, new MidiTrack("", [new(0, 24, new(60), 100, 0)])), path);
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..20]);
    });

    [Fact]
    public void A_file_without_notes_is_named() =>
        Refused("has no notes", path => MidiFileWriter.Write(MidiSong.Of(Meter.Common, 120, new MidiTrack("", [])), path));

    private void Refused(string why, Action<string> make)
    {
        make(_path);
        var exception = Assert.Throws<MidiFileException>(() => MidiFileReader.Read(_path));
        Assert.StartsWith(_path, exception.Message, StringComparison.Ordinal);
        Assert.Contains(why, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', exception.Message);
    }

    // MIDI knows one sounding note of a pitch on a channel: each note ends before the next of its pitch.
    private static List<MidiNote> Separate(Phrase phrase, byte channel) =>
    [
        .. phrase.Select(note => new MidiNote(note.Onset,
            Math.Min(note.Duration, phrase.Where(other => other.Pitch == note.Pitch && other.Onset > note.Onset).Select(other => other.Onset - note.Onset).DefaultIfEmpty(note.Duration).Min()),
            note.Pitch, note.Velocity, channel)),
    ];
}
