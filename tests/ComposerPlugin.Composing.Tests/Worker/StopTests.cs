using static ComposerPlugin.Composing.Tests.ComposerStage;

namespace ComposerPlugin.Composing.Tests;

public sealed class StopTests
{
    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(50)]
    [InlineData(96)]
    [InlineData(191)]
    public void Answer_after_a_stop_equals_that_of_a_worker_that_heard_only_the_sounded_notes(int sounded)
    {
        using var stopped = new ComposerStage(new FakeModel()) { Controls = Greedy };
        stopped.PlayTwoBars();
        var cut = stopped.Answer(2 * Bar, 4 * Bar).TakeWhile(note => note.Onset <= (2 * Bar) + sounded).ToList();
        stopped.Stop((2 * Bar) + sounded);
        stopped.Note((4 * Bar) + 6, 12, 67);

        using var heard = new ComposerStage(new FakeModel()) { Controls = Greedy };
        heard.PlayTwoBars();
        foreach (var note in cut)
            heard.Note(note.Onset, note.Duration, note.Pitch.Number);
        heard.Note((4 * Bar) + 6, 12, 67);

        Assert.Equal(Shape(heard.Answer(5 * Bar, 7 * Bar)), Shape(stopped.Answer(5 * Bar, 7 * Bar)));
    }

    [Fact]
    public void Stopped_answer_without_notes_before_it_leaves_no_trace()
    {
        using var stopped = new ComposerStage(new FakeModel()) { Controls = Greedy };
        stopped.Answer(2 * Bar, 4 * Bar);
        stopped.Stop((2 * Bar) - 1);
        stopped.PlayTwoBars(10 * Bar);

        using var heard = new ComposerStage(new FakeModel()) { Controls = Greedy };
        heard.PlayTwoBars(10 * Bar);

        Assert.Equal(Shape(heard.Answer(12 * Bar, 14 * Bar)), Shape(stopped.Answer(12 * Bar, 14 * Bar)));
    }

    [Fact]
    public void Note_played_into_an_answer_is_ordered_by_onset_once_the_answer_is_stopped()
    {
        using var stopped = new ComposerStage(new FakeModel()) { Controls = Greedy };
        stopped.PlayTwoBars();
        var cut = stopped.Answer((2 * Bar) + 12, 4 * Bar).TakeWhile(note => note.Onset <= 3 * Bar).ToList();
        stopped.Note(2 * Bar, 8, 74);
        stopped.Stop(3 * Bar);

        using var heard = new ComposerStage(new FakeModel()) { Controls = Greedy };
        heard.PlayTwoBars();
        heard.Note(2 * Bar, 8, 74);
        foreach (var note in cut)
            heard.Note(note.Onset, note.Duration, note.Pitch.Number);

        Assert.Equal(Shape(heard.Answer(5 * Bar, 7 * Bar)), Shape(stopped.Answer(5 * Bar, 7 * Bar)));
    }

    [Fact]
    public void Stop_of_an_older_answer_is_ignored()
    {
        using var stage = new ComposerStage(new FakeModel()) { Controls = Greedy };
        using var expected = new ComposerStage(new FakeModel()) { Controls = Greedy };
        foreach (var each in new[] { stage, expected })
        {
            each.PlayTwoBars();
            each.Answer(2 * Bar, 4 * Bar);
            each.Answer(4 * Bar, 6 * Bar);
        }

        stage.Stop(2 * Bar, answer: 1);

        Assert.Equal(Shape(expected.Answer(6 * Bar, 8 * Bar)), Shape(stage.Answer(6 * Bar, 8 * Bar)));
    }
}
