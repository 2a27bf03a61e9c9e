using System.Text.Json.Nodes;
using ComposerPlugin.Trainer.Evaluation;

namespace ComposerPlugin.Trainer.Tests;

public class RegisterTests
{
    // A mean pitch of 63.
    private static readonly Excerpt _excerpt = FormExcerpt.Of([[60, 62, 64, 66]], [[72, 74, 76, 78]]);

    [Fact]
    public void Distance_is_that_of_the_mean_pitches()
    {
        Assert.Equal(12, Register.Distance(_excerpt, _excerpt.Human));
        Assert.Equal(-3, Register.Distance(_excerpt, FormExcerpt.Bars(1, [60])));
        Assert.Equal(double.NaN, Register.Distance(_excerpt, FormExcerpt.Bars(1)));
        Assert.True(Register.IsNear(-6));
        Assert.False(Register.IsNear(6.5));
    }

    [Theory]
    [InlineData(38, 39)]
    [InlineData(50, 51)]
    [InlineData(62, 63)]
    [InlineData(74, 75)]
    public void Moved_prompt_is_octaves_away_and_nearest_to_the_pitch(int pitch, int mean)
    {
        var moved = Register.Move(_excerpt, new((byte)pitch));

        Assert.Equal(mean, moved.Prompt.Average(note => note.Pitch.Number));
        Assert.Equal(12, Register.Distance(moved, moved.Human));
        Assert.Equal(_excerpt.Prompt.Select(note => note.Pitch.Class), moved.Prompt.Select(note => note.Pitch.Class));
    }

    [Fact]
    public void Answers_to_moved_prompts_are_measured_from_them()
    {
        // A style that always answers with D5.
        var take = new ContinuedExcerpt(_excerpt, FormExcerpt.Bars(1, [74]), FormExcerpt.Bars(1, [62]));
        var measures = RegisterMeasures.Measure([take], excerpts => [.. excerpts.Select(_ => FormExcerpt.Bars(1, [74]))]);
        var metrics = new JsonObject();
        measures.AddTo(metrics);

        Assert.Equal((11, 12, -1), (Value("register_distance"), Value("register_distance_human"), Value("register_distance_ngram")));
        Assert.Equal((35, 23, 11, -1), (Value("register_distance_d2"), Value("register_distance_d3"), Value("register_distance_d4"),
            Value("register_distance_d5")));
        Assert.Equal((35, 35), (Value("register_distance_from_d2"), Value("register_distance_to_d2")));
        Assert.Equal((0, 1, 0, 1), (Value("register_within_6"), Value("register_within_6_ngram"), Value("register_within_6_d2"),
            Value("register_within_6_d5")));

        double Value(string name) => metrics[name]!.GetValue<double>();
    }
}
