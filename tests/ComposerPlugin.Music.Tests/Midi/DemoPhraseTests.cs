namespace ComposerPlugin.Music.Tests;

public class DemoPhraseTests
{
    public static TheoryData<string> Files => [.. Directory.GetFiles(Folder(), "*.mid").Select(path => Path.GetFileName(path)).Order()];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_demo_phrase_is_reconstructed_from_its_steps_and_from_a_file(string name)
    {
        var song = MidiFileReader.Read(Path.Combine(Folder(), name));
        var phrase = Quantizer.Quantize(song.Tracks.SelectMany(track => track.Notes), song.Meter);
        Assert.True(phrase.Count >= 10);

        var decoded = NoteEncoder.Decode(phrase.Meter, NoteEncoder.Encode(phrase));
        Assert.Equal(phrase, decoded);

        using var stream = new MemoryStream();
        MidiFileWriter.Write(MidiSong.Create(decoded.Meter, song.Tempo,
            new MidiTrack(name, [.. decoded.Select(note => new MidiNote(note.Onset, note.Duration, note.Pitch, note.Velocity, 0))])),
            stream);
        stream.Position = 0;
        var again = MidiFileReader.Read(stream, name);
        Assert.Equal(phrase, Quantizer.Quantize(again.Tracks.SelectMany(track => track.Notes), again.Meter));
    }

    [Fact]
    public void The_demo_set_has_many_phrases_and_meters()
    {
        var songs = Directory.GetFiles(Folder(), "*.mid").Select(MidiFileReader.Read).ToList();

        Assert.InRange(songs.Count, 8, int.MaxValue);
        Assert.InRange(songs.Select(song => song.Meter).Distinct().Count(), 4, int.MaxValue);
    }

    private static string Folder() => Repository.File("presets/phrases");
}
