using System.Text.Json.Nodes;
using ComposerPlugin.Music;
using ComposerPlugin.Trainer.Evaluation;

namespace ComposerPlugin.Trainer.Tests;

public class FormMeasuresTests
{
    private static readonly int[] _a = [60, 62, 64, 65], _b = [67, 65, 64, 62], _c = [72, 71, 69, 67];

    [Fact]
    public void Takes_of_one_tune_count_as_one_tune()
    {
        // The first tune has three takes, of which the opening returns in all; in the one of the second it does not.
        var (one, other) = (FormExcerpt.Of([_a, _b], [_a, _b]), FormExcerpt.Of([_a, _b], [_c, _b]));
        var again = FormExcerpt.Bars(2, _a, _b);
        var metrics = new JsonObject();
        FormMeasures.Measure([Take(one, again), Take(other, FormExcerpt.Bars(2, _c, _c)), Take(one, again), Take(one, again)])
            .AddTo(metrics);

        Assert.Equal((0.5, 0.5, 0.0, 1.0), (
            Value("opening_returns"), Value("opening_returns_human"), Value("opening_returns_ngram"), Value("opening_returns_phrase")));
        // Two tunes, one of them with 1, have a mean of 0 or 1 in half of the draws, and never more.
        Assert.Equal((0.0, 1.0, 0.0, 1.0), (Value("opening_returns_low"), Value("opening_returns_high"),
            Value("opening_returns_human_low"), Value("opening_returns_human_high")));
        // The second tune's take: the first bar is new, the second equals it.
        Assert.Equal(0.75, Value("bars_that_return"));
        Assert.False(metrics.ContainsKey("opening_returns_human_from"));

        double Value(string name) => metrics[name]!.GetValue<double>();
    }

    [Fact]
    public void Tunes_that_loop_are_not_stuck()
    {
        var excerpt = FormExcerpt.Of([_a, _b], [_c, _c, _c, _c]);
        var metrics = new JsonObject();
        FormMeasures.Measure([Take(excerpt, FormExcerpt.Bars(2, _b, _b, _b, _b))]).AddTo(metrics);

        Assert.Equal((1.0, 1.0, 0.0), (metrics["loops"]!.GetValue<double>(), metrics["loops_human"]!.GetValue<double>(),
            metrics["stuck"]!.GetValue<double>()));
    }

    [Fact]
    public void Without_takes_nothing_is_measured()
    {
        var metrics = new JsonObject();
        FormMeasures.Measure([]).AddTo(metrics);
        Assert.Empty(metrics);
    }

    private static ContinuedExcerpt Take(Excerpt excerpt, Phrase generated) =>
        new(excerpt, generated, FormExcerpt.Bars(excerpt.Prompt.Count / 4, _c, _c));
}
