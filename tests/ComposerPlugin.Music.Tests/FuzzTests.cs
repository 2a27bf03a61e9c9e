namespace ComposerPlugin.Music.Tests;

public sealed class FuzzTests
{
    [Fact]
    public void Changed_midi_files_are_read_or_refused()
    {
        byte[][] files = [.. Directory.GetFiles(Repository.File("presets/phrases"), "*.mid").Order(StringComparer.Ordinal)
            .Select(File.ReadAllBytes)];
        Assert.NotEmpty(files);

        FuzzRun.Run("MIDI files", files, 3000, changed =>
        {
            try
            {
                using var stream = new MemoryStream(changed);
                var song = MidiFileReader.Read(stream, "changed.mid");
                Assert.All(song.Tracks, track => Assert.All(track.Notes, note => Assert.True(note.Onset >= 0 && note.Duration >= 0)));
                return null;
            }
            catch (MidiFileException exception)
            {
                return exception.Message;
            }
        });
    }
}
