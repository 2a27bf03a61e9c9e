using ComposerPlugin.Music;
using ComposerPlugin.Trainer.CommandLine;
using ComposerPlugin.Trainer.Configuration;
using ComposerPlugin.Trainer.Corpus;
using ComposerPlugin.Trainer.Data;

namespace ComposerPlugin.Trainer.Tests;

public class TrainingTunesTests
{
    private static readonly TrainConfig _none = new();

    [Fact]
    public void Tunes_of_several_data_sets_have_the_weights_of_their_sets()
    {
        using var folder = new TemporaryFolder();
        string[] sets = [TestData.Write(folder["a"], [1, 2], [3], [4]), TestData.Write(folder["b"], [5], [6], [])];
        var tunes = TrainingTunes.Read(sets, [0.5, 3], _none);
        Assert.Equal(["1", "2", "5"], tunes.Train.Select(tune => tune.Name));
        Assert.Equal([0.5, 0.5, 3], tunes.Weights);
        Assert.Equal(["3", "6"], tunes.Valid.Select(tune => tune.Name));
        Assert.Equal([1.0, 1, 1], TrainingTunes.Read(sets, [], _none).Weights);
        Assert.Equal(["5"], TrainingTunes.Read(sets, [0, 1], _none).Train.Select(tune => tune.Name));
    }

    [Fact]
    public void Tunes_held_out_by_one_data_set_are_not_trained_on_from_another()
    {
        using var folder = new TemporaryFolder();
        var tunes = TrainingTunes.Read([TestData.Write(folder["a"], [1, 2], [3], [4]), TestData.Write(folder["b"], [3, 4, 5], [2], [])],
            [], _none);
        Assert.Equal(["1", "5"], tunes.Train.Select(tune => tune.Name));
        Assert.Equal(3, tunes.LeftOut);
    }

    [Fact]
    public void Data_without_a_note_is_refused()
    {
        using var folder = new TemporaryFolder();
        TuneFile.Write(folder["train.tunes"], [new("silence", 0, new Phrase(new(4, 4), []))]);
        TuneFile.Write(folder["valid.tunes"], []);
        TuneFile.Write(folder["test.tunes"], []);
        var exception = Assert.Throws<BadInputException>(() => TrainingTunes.Read([folder.Path], [], _none));
        Assert.Contains("no tune with a note to train on", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Weights_that_do_not_fit_the_data_sets_are_refused()
    {
        using var folder = new TemporaryFolder();
        string set = TestData.Write(folder["a"], [1], [], []);
        Assert.Contains("--weights has 2 numbers for 1 data sets",
            Assert.Throws<BadInputException>(() => TrainingTunes.Read([set], [1, 2], _none)).Message, StringComparison.Ordinal);
        Assert.Throws<BadInputException>(() => TrainingTunes.Read([set], [0], _none));
    }
}
