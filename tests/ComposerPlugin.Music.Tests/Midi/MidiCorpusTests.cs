using DryWetMidi.Tests.Support;

namespace ComposerPlugin.Music.Tests;

public sealed class MidiCorpusTests
{
    [CorpusFact]
    public void Every_damaged_file_is_read_or_refused_as_its_manifest_expects()
    {
        var wrong = new List<string>();
        foreach (var (name, bytes, expected) in Corpus.Files())
        {
            string outcome = Outcome(bytes, name);
            if (expected != "either" && outcome != expected)
                wrong.Add($"{name}: {outcome} instead of {expected}");
        }
        Assert.Empty(wrong);
    }

    // A file without notes counts as read: it is refused only after reading.
    private static string Outcome(byte[] bytes, string name)
    {
        try
        {
            var song = MidiFileReader.Read(new MemoryStream(bytes), name);
            Assert.All(song.Tracks.SelectMany(track => track.Notes), note => Assert.True(note.Onset >= 0 && note.Duration >= 0));
            return "load";
        }
        catch (MidiFileException exception)
        {
            Assert.DoesNotContain('\n', exception.Message);
            return exception.Message.Contains("no notes", StringComparison.Ordinal) ? "load" : "reject";
        }
    }
}
