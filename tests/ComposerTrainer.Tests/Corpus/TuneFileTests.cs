using ComposerPlugin.Music;
using ComposerPlugin.Trainer.CommandLine;
using ComposerPlugin.Trainer.Corpus;

namespace ComposerPlugin.Trainer.Tests;

public class TuneFileTests
{
    [Fact]
    public void Reading_a_written_file_gives_the_same_tunes()
    {
        using var folder = new TemporaryFolder();
        Tune[] tunes =
        [
            new("airs/Ó Carolan.mid", 0, TestTunes.Tune(1)), new("b", 12345, TestTunes.Tune(2, new(9, 8), 12)),
            new("", 7, new(new(12, 16), [new(300_000, 9_999, new(127), 127), new(0, 1, new(0), 1)])),
        ];
        TuneFile.Write(folder["t.tunes"], tunes);
        Assert.Equal(tunes, TuneFile.Read(folder["t.tunes"]));
    }

    [Fact]
    public void Source_and_features_are_stored()
    {
        using var folder = new TemporaryFolder();
        var melody = TestTunes.Tune(4);
        var phrase = new Phrase(melody.Meter, [.. melody, .. melody.Select(note => note with { Pitch = new(40) })]);
        var tune = new Tune("a#2", 3, phrase) { Source = "folk", Features = TuneFeatures.FromPhrase(phrase, melody) };
        TuneFile.Write(folder["t.tunes"], [tune]);
        var read = Assert.Single(TuneFile.Read(folder["t.tunes"]));
        Assert.Equal(tune, read);
        Assert.Equal(("folk", 2), (read.Source, read.Polyphony));
        Assert.Equal(melody, read.Features.Melody);
    }

    [Fact]
    public void A_file_of_an_earlier_version_is_refused()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["t.tunes"], [.. "CPTUNES1"u8, 0]);
        var exception = Assert.Throws<BadInputException>(() => TuneFile.Read(folder["t.tunes"]));
        Assert.Equal($"{folder["t.tunes"]}: this data set was written by an earlier version; "
            + "create it again with composer-trainer prepare.", exception.Message);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(40)]
    public void A_truncated_file_is_refused(int length)
    {
        using var folder = new TemporaryFolder();
        string path = folder["t.tunes"];
        TuneFile.Write(path, [new("a", 0, TestTunes.Tune(1))]);
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..length]);
        var exception = Assert.Throws<BadInputException>(() => TuneFile.Read(path));
        Assert.StartsWith(path, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_file_is_read_or_refused_without_another_exception()
    {
        using var folder = new TemporaryFolder();
        string path = folder["t.tunes"];
        TuneFile.Write(path, [new("a", 0, TestTunes.Tune(1)), new("b", 1, TestTunes.Tune(2))]);
        byte[] whole = File.ReadAllBytes(path);
        int refused = 0;
        for (int i = 0; i < whole.Length; i++)
        {
            byte[] damaged = [.. whole];
            damaged[i] ^= 0xFF;
            File.WriteAllBytes(path, damaged);
            try
            {
                TuneFile.Read(path);
            }
            catch (BadInputException)
            {
                refused++;
            }
        }
        Assert.InRange(refused, 8, whole.Length);
    }
}
