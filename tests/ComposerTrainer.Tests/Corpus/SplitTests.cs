using ComposerPlugin.Trainer.Corpus;

namespace ComposerPlugin.Trainer.Tests;

public class SplitTests
{
    // Families of one to four tunes.
    private static readonly Tune[] _tunes =
        [.. Enumerable.Range(0, 400).Select(i => new Tune($"corpus/tune{i}.mid", i - (i % (1 + (i / 4 % 4))), TestTunes.Tune(i)))];

    [Fact]
    public void No_family_is_in_two_parts()
    {
        var split = Split.Create(_tunes);
        HashSet<int>[] families = [Families(split.Train), Families(split.Valid), Families(split.Test)];
        Assert.Empty(families[0].Intersect(families[1]));
        Assert.Empty(families[0].Intersect(families[2]));
        Assert.Empty(families[1].Intersect(families[2]));
        Assert.Equal(_tunes.Length, split.Train.Count + split.Valid.Count + split.Test.Count);
    }

    [Fact]
    public void Parts_have_85_5_and_10_percent_of_the_notes()
    {
        var split = Split.Create(_tunes);
        double all = _tunes.Sum(tune => tune.Phrase.Count);
        Assert.InRange(split.Train.Sum(tune => tune.Phrase.Count) / all, 0.84, 0.87);
        Assert.InRange(split.Valid.Sum(tune => tune.Phrase.Count) / all, 0.04, 0.05);
        Assert.InRange(split.Test.Sum(tune => tune.Phrase.Count) / all, 0.09, 0.10);
    }

    [Fact]
    public void The_same_files_in_another_folder_are_split_the_same()
    {
        var elsewhere = Split.Create([.. _tunes.Select(tune => tune with { Name = "/elsewhere/" + Path.GetFileName(tune.Name) })]);
        Assert.Equal(Names(Split.Create(_tunes).Test), Names(elsewhere.Test));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(20)]
    public void Each_part_of_a_small_corpus_has_tunes(int count)
    {
        var split = Split.Create([.. Enumerable.Range(0, count).Select(i => new Tune($"{i}.mid", i, TestTunes.Tune(i)))]);
        Assert.Equal(count, split.Train.Count + split.Valid.Count + split.Test.Count);
        Assert.InRange(split.Valid.Count, 1, Math.Max(1, count / 20));
        Assert.InRange(split.Test.Count, 1, Math.Max(1, count / 8));
        Assert.NotEmpty(split.Train);
    }

    [Fact]
    public void A_single_family_goes_to_training()
    {
        var split = Split.Create([new Tune("a", 0, TestTunes.Tune(1)), new Tune("b", 0, TestTunes.Tune(1))]);
        Assert.Equal((2, 0, 0), (split.Train.Count, split.Valid.Count, split.Test.Count));
    }

    [Fact]
    public void Files_of_other_data_sets_stay_in_their_parts()
    {
        using var folder = new TemporaryFolder();
        var before = Split.Create(_tunes);
        Write(folder["data"], before);
        // Families of one tune each, which would be split differently without the other data set, and 40 new tunes.
        Tune[] tunes = [.. _tunes.Select((tune, i) => tune with { Name = $"other/{Path.GetFileName(tune.Name)}#2", Family = i }),
            .. Enumerable.Range(0, 40).Select(i => new Tune($"new{i}.mid", 1000 + i, TestTunes.Tune(i)))];
        var split = Split.Create(tunes, KnownParts.Read([folder["data"]]));
        Assert.Equal(Files(before.Train), Files(split.Train).Where(file => !file.StartsWith("new", StringComparison.Ordinal)));
        Assert.Equal(Files(before.Valid), Files(split.Valid).Where(file => !file.StartsWith("new", StringComparison.Ordinal)));
        Assert.Equal(Files(before.Test), Files(split.Test).Where(file => !file.StartsWith("new", StringComparison.Ordinal)));
        Assert.Equal(440, split.Train.Count + split.Valid.Count + split.Test.Count);
    }

    [Fact]
    public void Family_with_a_known_training_tune_goes_to_training()
    {
        using var folder = new TemporaryFolder();
        var before = Split.Create(_tunes);
        Write(folder["data"], before);
        var known = KnownParts.Read([folder["data"]]);
        Assert.Equal(DataPart.Train, known.PartOf([before.Test[0], before.Train[0]]));
        Assert.Equal(DataPart.Test, known.PartOf([before.Test[0]]));
        Assert.Null(known.PartOf([new Tune("unheard.mid", 0, TestTunes.Tune(1))]));
    }

    private static void Write(string folder, Split split)
    {
        Directory.CreateDirectory(folder);
        TuneFile.Write(Path.Combine(folder, "train.tunes"), split.Train);
        TuneFile.Write(Path.Combine(folder, "valid.tunes"), split.Valid);
        TuneFile.Write(Path.Combine(folder, "test.tunes"), split.Test);
    }

    private static IEnumerable<string> Files(IReadOnlyList<Tune> tunes) =>
        tunes.Select(tune => Path.GetFileName(tune.Name).Split('#')[0]).Order(StringComparer.Ordinal);

    private static HashSet<int> Families(IReadOnlyList<Tune> tunes) => [.. tunes.Select(tune => tune.Family)];

    private static IEnumerable<string> Names(IReadOnlyList<Tune> tunes) => tunes.Select(tune => Path.GetFileName(tune.Name));
}
