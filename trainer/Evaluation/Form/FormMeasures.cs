using System.Text.Json.Nodes;
using ComposerPlugin.Music;

namespace ComposerPlugin.Trainer.Evaluation;

/// <summary>The measures of form: what returns in continuations of up to <see cref="Excerpt.FormBars"/> bars.</summary>
/// <param name="Measures">The values of each measure.</param>
internal sealed record FormMeasures(IReadOnlyList<ComparedMeasure> Measures)
{
    /// <summary>Measures takes.</summary>
    public static FormMeasures Measure(IReadOnlyList<ContinuedExcerpt> takes) => new(
    [
        .. Compare("opening_returns", "the opening bar returns", takes, BarReturns.Opening),
    ]);

    /// <summary>Writes all metrics.</summary>
    public void AddTo(JsonObject metrics)
    {
        foreach (var measure in Measures)
            measure.AddTo(metrics);
    }

    private static IEnumerable<ComparedMeasure> Compare(
        string name, string title, IReadOnlyList<ContinuedExcerpt> takes, Func<Excerpt, Phrase, double> measure)
    {
        var style = ByTune(takes, take => measure(take.Excerpt, take.Generated));
        var human = ByTune(takes, take => measure(take.Excerpt, take.Human));
        var ngram = ByTune(takes, take => measure(take.Excerpt, take.Ngram));
        yield return new(name, title, ComparedMeasure.Human, style, human, IsByTune: true);
        yield return new(name, title, ComparedMeasure.Ngram, style, ngram, IsByTune: true);
    }

    // The mean of each tune's takes, so that an interval of the mean counts tunes, not takes. NaN: not defined for a take.
    private static double[] ByTune(IReadOnlyList<ContinuedExcerpt> takes, Func<ContinuedExcerpt, double> measure) =>
    [
        .. takes.GroupBy(take => take.Excerpt, ReferenceEqualityComparer.Instance)
            .Select(tune => tune.Select(measure).Where(double.IsFinite).DefaultIfEmpty(double.NaN).Average())
            .Where(double.IsFinite),
    ];
}
