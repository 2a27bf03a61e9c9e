using ComposerPlugin.Music;
using ComposerPlugin.Trainer.Corpus;
using ComposerPlugin.Trainer.Evaluation;
using ComposerPlugin.Trainer.Takes;

namespace ComposerPlugin.Trainer.Tests;

public class ExcerptTests
{
    private const int Bar = 72;

    [Fact]
    public void Four_bars_are_the_prompt_and_eight_follow()
    {
        var tune = TestTunes.Tune(1);
        var excerpt = Assert.Single(Of(tune));

        Assert.Equal((4 * Bar, 12 * Bar), (excerpt.Begin, excerpt.End));
        Assert.Equal(tune.Where(note => note.Onset < 4 * Bar), excerpt.Prompt);
        Assert.Equal(tune.Where(note => note.Onset >= 4 * Bar && note.Onset < 12 * Bar), excerpt.Human);
        Assert.Equal(excerpt.Prompt[^1].Onset, excerpt.LastOnset);
    }

    [Fact]
    public void Pickup_bar_is_added_to_the_prompt()
    {
        var excerpt = Assert.Single(Of(TestTunes.Tune(1, pickup: 12)));

        Assert.Equal((5 * Bar, 13 * Bar), (excerpt.Begin, excerpt.End));
        Assert.Equal(Bar - 12, excerpt.Prompt[0].Onset);
    }

    [Fact]
    public void Prompt_of_a_short_tune_is_a_third_of_it()
    {
        var tune = new Phrase(new(6, 8), TestTunes.Tune(1).Where(note => note.Onset < 6 * Bar));
        var excerpt = Assert.Single(Of(tune));

        Assert.Equal((2 * Bar, 6 * Bar), (excerpt.Begin, excerpt.End));
    }

    [Fact]
    public void Note_across_the_prompts_end_is_shortened()
    {
        var tune = Notes.Of([.. Enumerable.Range(0, 16).Select(i => (24 + (i * 72), 72, 60 + i))]);
        var excerpt = Assert.Single(Of(tune));

        Assert.Equal(excerpt.Begin, excerpt.Prompt.End);
        Assert.All(excerpt.Human, note => Assert.InRange(note.Onset, excerpt.Begin, excerpt.End - 1));
    }

    [Fact]
    public void Tune_of_a_few_notes_has_no_excerpt() =>
        Assert.Empty(Of(Notes.Line(96, 60, 62, 64, 65, 67)));

    [Fact]
    public void Excerpts_are_spread_over_all_tunes()
    {
        Tune[] tunes = [.. Enumerable.Range(0, 10).Select(seed => new Tune($"{seed}", seed, TestTunes.Tune(seed)))];

        Assert.Equal(["0", "2", "5", "7"], Excerpt.FromTunes(tunes, 4).Select(excerpt => excerpt.Tune.Name));
        Assert.Equal(10, Excerpt.FromTunes(tunes, 100).Count);
    }

    [Fact]
    public void Grid_of_an_answer_is_the_coarsest_that_holds_the_prompt()
    {
        Assert.Equal(Grid.Sixteenth, AnswerGrid.Choose(Notes.Line(24, 60, 62)));
        Assert.Equal(Grid.SixteenthAndTriplet, AnswerGrid.Choose(Notes.Of((0, 8, 60), (8, 8, 62), (18, 6, 64))));
        Assert.Equal(Grid.SixteenthTriplet, AnswerGrid.Choose(Notes.Of((0, 4, 60), (4, 4, 62))));
        Assert.Equal(Grid.ThirtySecond, AnswerGrid.Choose(Notes.Of((0, 3, 60), (3, 3, 62))));
        Assert.Equal(Grid.Sixteenth, AnswerGrid.Choose(Notes.Of((1, 3, 60), (7, 3, 62), (23, 12, 64))));
        Assert.Equal(Grid.SixteenthAndTriplet, AnswerGrid.Choose(Notes.Of((1, 3, 60), (9, 3, 62), (17, 12, 64))));
        Assert.Equal(Grid.Sixteenth, AnswerGrid.Choose(Notes.Of((0, 3, 60), (2, 3, 62))));
    }

    private static List<Excerpt> Of(Phrase phrase) => Excerpt.FromTunes([new("tune", 0, phrase)], 10);
}
