using ComposerPlugin.FrameLikelihood;
using ComposerPlugin.Trainer.CommandLine;

namespace ComposerPlugin.Trainer.Tests;

public class FrameSetTests
{
    private const string Splits = """{ "train": [[[60], [60, 64], []]], "valid": [[[21], [108]], [[60]]], "test": [[[], []]] }""";

    [Fact]
    public void Reading_omits_sequences_with_nothing_to_predict()
    {
        using var folder = new TemporaryFolder();
        FrameTunes.WriteText(Splits, folder["x.json.gz"]);
        var set = FrameSet.Read(folder["x.json.gz"]);
        Assert.Equal("x.json.gz", set.Name);
        Assert.Equal([FrameTunes.Of(60), FrameTunes.Of(60, 64), default], Assert.Single(set.Train).Frames);
        var valid = Assert.Single(set.Valid);
        Assert.Equal((0, 87, 1), (valid.Lowest, valid.Highest, valid.Steps));
        Assert.Equal(1, Assert.Single(set.Test).Steps);
    }

    [Fact]
    public void A_unique_prefix_of_a_file_name_is_enough()
    {
        using var folder = new TemporaryFolder();
        FrameTunes.WriteText(Splits, folder["JSB_Chorales.json.gz"]);
        FrameTunes.WriteText(Splits, folder["Jsb16.json.gz"]);
        File.WriteAllText(folder["JSB_notes.txt"], "not these");
        Assert.Equal("JSB_Chorales.json.gz", FrameSet.Read(folder["JSB"]).Name);
        Assert.Contains("matches 2 files", Assert.Throws<BadInputException>(() => FrameSet.Read(folder["J"])).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "train": [[[60], [60]]], "test": [[[60], [60]]] }""", """there is no "valid" in it""")]
    [InlineData("""[]""", """there is no "train" in it""")]
    [InlineData("""{ "train": [[[60], [109]]] }""", "pitch 109 in train[0][1] is not on the piano")]
    [InlineData("""{ "train": [[[60], [60]], [[20]]] }""", "pitch 20 in train[1][0] is not on the piano")]
    [InlineData("""{ "train": [[[60], [-1, 60]]] }""", "pitch -1 in train[0][1]")]
    [InlineData("""{ "train": [[[60], [60.5]]] }""", "60.5 in train[0][1] is no MIDI pitch")]
    [InlineData("""{ "train": [[60, 61]] }""", "train[0][0] is not a list")]
    [InlineData("""{ "train": [[[60]]] }""", "\"train\" has no sequence of two frames")]
    [InlineData("""{ "train": """, "this is not JSON")]
    public void A_bad_file_is_refused(string json, string sentence)
    {
        using var folder = new TemporaryFolder();
        FrameTunes.WriteText(json, folder["x.json.gz"]);
        AssertRefused(folder["x.json.gz"], sentence);
    }

    [Fact]
    public void A_missing_truncated_or_non_gzip_file_is_refused()
    {
        using var folder = new TemporaryFolder();
        AssertRefused(folder["x.json.gz"], "there is no such file");
        File.WriteAllText(folder["x.json.gz"], Splits);
        AssertRefused(folder["x.json.gz"], "this is not a gzip file");
        FrameTunes.WriteText(Splits, folder["whole.json.gz"]);
        File.WriteAllBytes(folder["cut.json.gz"], File.ReadAllBytes(folder["whole.json.gz"])[..30]);
        AssertRefused(folder["cut.json.gz"], "this is not");
    }

    private static void AssertRefused(string path, string sentence)
    {
        string message = Assert.Throws<BadInputException>(() => FrameSet.Read(path)).Message;
        Assert.StartsWith(path, message, StringComparison.Ordinal);
        Assert.Contains(sentence, message, StringComparison.Ordinal);
        Assert.EndsWith(".", message, StringComparison.Ordinal);
    }
}
