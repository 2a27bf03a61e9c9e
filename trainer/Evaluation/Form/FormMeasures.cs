using System.Text.Json.Nodes;
using ComposerPlugin.Music;

namespace ComposerPlugin.Trainer.Evaluation;

/// <summary>The measures of form: what returns in continuations of up to <see cref="Excerpt.FormBars"/> bars, and how they end.</summary>
/// <param name="Measures">The values of each measure, one for each tune.</param>
/// <param name="Overlaps">
/// How similar the lags of each origin are to those of the tunes; the origin is the ending of the metric keys, empty for the style.
/// </param>
/// <param name="Lags">The lags of the style's continuations, and of the tunes' own.</param>
internal sealed record FormMeasures(
    IReadOnlyList<ComparedMeasure> Measures, IReadOnlyList<(string Ending, FormOverlap Overlap)> Overlaps,
    (LagCounts Style, LagCounts Human) Lags)
{
    /// <summary>Measures takes.</summary>
    public static FormMeasures Measure(IReadOnlyList<ContinuedExcerpt> takes)
    {
        IReadOnlyList<ContinuedExcerpt>[] tunes =
            [.. takes.GroupBy(take => take.Excerpt, ReferenceEqualityComparer.Instance).Select(tune => tune.ToList())];
        var human = LagsOf(tunes, take => take.Human);
        var style = LagsOf(tunes, take => take.Generated);
        (string, FormOverlap)[] overlaps = tunes.Length == 0 ? [] :
        [
            ("", FormOverlap.Measure(style, human)),
            ($"_{ComparedMeasure.Human}", FormOverlap.OfTunes(human)),
            ($"_{ComparedMeasure.Ngram}", FormOverlap.Measure(LagsOf(tunes, take => take.Ngram), human)),
            ($"_{ComparedMeasure.Phrase}", FormOverlap.Measure(LagsOf(tunes, take => take.PhraseAgain), human)),
        ];
        ComparedMeasure[] measures =
        [
            .. Compare("opening_returns", "the opening bar returns", tunes, BarReturns.Opening),
            .. Compare("bars_that_return", "bars that return", tunes, BarReturns.Share),
            .. Compare("rhythms_that_return", "bars whose rhythm returns", tunes, BarReturns.RhythmShare),
            .. Compare("ends_on_tonic", "ends on the tonic", tunes, TonicEnding.Has),
            .. Compare("begins_with_last_note", "begins with the last note again", tunes, FirstNote.RepeatsLast),
            .. Compare("loops", "contains a loop", tunes, Loops.In),
            // Always 0 for the tunes.
            .. Compare("stuck", "contains a loop where the tune has none", tunes, Loops.Stuck)
                .Where(measure => measure.Other != ComparedMeasure.Human),
        ];
        return new(measures, overlaps, (FormOverlap.Sum(style), FormOverlap.Sum(human)));
    }

    /// <summary>Writes all metrics.</summary>
    public void AddTo(JsonObject metrics)
    {
        foreach (var measure in Measures)
            measure.AddTo(metrics);
        foreach (var (ending, overlap) in Overlaps)
        {
            metrics[$"form_overlap{ending}"] = Metric.Rounded(overlap.Overlap);
            metrics[$"form_overlap{ending}_low"] = Metric.Rounded(overlap.Low);
            metrics[$"form_overlap{ending}_high"] = Metric.Rounded(overlap.High);
        }
    }

    private static List<LagCounts> LagsOf(IReadOnlyList<ContinuedExcerpt>[] tunes, Func<ContinuedExcerpt, Phrase> continuation)
    {
        var lags = new List<LagCounts>();
        foreach (var tune in tunes)
        {
            var counts = new LagCounts();
            foreach (var take in tune)
                counts.Add(take.Excerpt, continuation(take));
            lags.Add(counts);
        }
        return lags;
    }

    private static IEnumerable<ComparedMeasure> Compare(
        string name, string title, IReadOnlyList<ContinuedExcerpt>[] tunes, Func<Excerpt, Phrase, double> measure)
    {
        double[] style = ByTune(take => take.Generated);
        yield return new(name, title, ComparedMeasure.Human, style, ByTune(take => take.Human), IsByTune: true);
        yield return new(name, title, ComparedMeasure.Ngram, style, ByTune(take => take.Ngram), IsByTune: true);
        yield return new(name, title, ComparedMeasure.Phrase, style, ByTune(take => take.PhraseAgain), IsByTune: true);

        // The mean of each tune's takes, so that an interval of the mean counts tunes, not takes. NaN: not defined for a take.
        double[] ByTune(Func<ContinuedExcerpt, Phrase> continuation) =>
        [
            .. tunes.Select(tune => tune.Select(take => measure(take.Excerpt, continuation(take))).Where(double.IsFinite).ToList())
                .Where(values => values.Count > 0).Select(values => values.Average()),
        ];
    }
}
