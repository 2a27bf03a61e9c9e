using System.Text.Json.Nodes;
using ComposerPlugin.Music;

namespace ComposerPlugin.Trainer.Evaluation;

/// <summary>All measures of takes.</summary>
/// <param name="Overlaps">One for each feature; empty if there are too few takes.</param>
/// <param name="Measures">The values of each measure.</param>
/// <param name="F1Curve">The mean F1 at each of <see cref="CardinalityF1.Times"/>, of the style and the baselines.</param>
internal sealed record TakeMeasures(
    IReadOnlyList<FeatureOverlap> Overlaps, IReadOnlyList<ComparedMeasure> Measures,
    IReadOnlyList<(double Time, double Style, double Ngram, double Phrase)> F1Curve)
{
    /// <summary>Measures takes.</summary>
    /// <param name="takes">The takes.</param>
    /// <param name="train">The training tunes of the style.</param>
    public static TakeMeasures Measure(IReadOnlyList<ContinuedExcerpt> takes, IReadOnlyList<Phrase> train)
    {
        Phrase[] human = [.. takes.Where(take => take.IsFirst).Select(take => take.Human)];
        Phrase[] generated = [.. takes.Select(take => take.Generated)];
        bool enough = human.Length >= FeatureOverlap.FewestSegments;
        return new(
            enough ? [.. MelodyFeature.All.Select(feature => FeatureOverlap.Measure(feature, human, generated))] : [],
            [.. Musical(takes), .. Contours(takes, train), .. Originality(takes, train), .. Prediction(takes)],
            [.. Curve(takes)]);
    }

    /// <summary>Writes all metrics.</summary>
    public void AddTo(JsonObject metrics)
    {
        if (Overlaps.Count > 0)
            metrics["overlapped_area"] = Metric.Rounded(Overlaps.Average(overlap => overlap.OverlappedArea));
        foreach (var overlap in Overlaps)
        {
            metrics[$"overlapped_area_{overlap.Feature.Name}"] = Metric.Rounded(overlap.OverlappedArea);
            metrics[$"kl_{overlap.Feature.Name}"] = Metric.Rounded(overlap.Divergence);
        }
        foreach (var measure in Measures)
            measure.AddTo(metrics);
        foreach (var runs in Measures.Where(measure => measure.Name == "longest_shared_run" && measure.Generated.Count > 0))
        {
            metrics["longest_shared_run_max"] = runs.Generated.Max();
            metrics["longest_shared_run_max_human"] = runs.Compared.Max();
        }
    }

    private static IEnumerable<ComparedMeasure> Musical(IReadOnlyList<ContinuedExcerpt> takes)
    {
        yield return CompareHuman("pitch_in_scale", "notes in the prompt's scale", takes,
            (take, phrase) => DiatonicScale.BestFit(take.Prompt).Rate(phrase));
        yield return CompareHuman("scale_consistency", "notes in the best-fitting scale", takes,
            (_, phrase) => DiatonicScale.Consistency(phrase));
        yield return CompareHuman("pitch_class_entropy", "pitch class entropy, bits", takes,
            (_, phrase) => PitchClassEntropy.Compute(phrase));
        yield return CompareHuman("groove", "groove consistency", takes,
            (take, phrase) => GrooveConsistency.Compute(phrase, take.Excerpt.Begin, take.Excerpt.End));
    }

    private static IEnumerable<ComparedMeasure> Contours(IReadOnlyList<ContinuedExcerpt> takes, IReadOnlyList<Phrase> train)
    {
        var nearest = new NearestContour(train);
        yield return CompareHuman("contour_distance_prompt", "contour distance to the prompt, semitones", takes,
            (take, phrase) => ContourDistance.Between(
                ContourDistance.Contour(phrase.AsSpan()), ContourDistance.Contour(take.Prompt.AsSpan())));
        yield return CompareHuman("contour_distance_train", "contour distance to the nearest training segment, semitones", takes,
            (take, phrase) => nearest.DistanceOf(ContourDistance.Contour(phrase.AsSpan()), take.Excerpt.End - take.Excerpt.Begin));
    }

    private static IEnumerable<ComparedMeasure> Originality(IReadOnlyList<ContinuedExcerpt> takes, IReadOnlyList<Phrase> train)
    {
        var runs = new SharedRuns(train);
        var cardinality = new CardinalityScore(train);
        yield return CompareHuman("longest_shared_run", "longest run of steps shared with a training tune", takes,
            (_, phrase) => runs.LongestIn(phrase));
        yield return CompareHuman("cardinality_score", "largest cardinality score against the training tunes", takes,
            (take, phrase) => cardinality.Score(phrase, take.Excerpt.Begin, take.Excerpt.End) ?? double.NaN);
    }

    private static IEnumerable<ComparedMeasure> Prediction(IReadOnlyList<ContinuedExcerpt> takes)
    {
        return
        [
            .. CompareBaselines("continuation_f1", "cardinality F1, 2 to 10 quarters", takes,
                (take, phrase) => CardinalityF1.Compute(take.Human, phrase, take.Excerpt.LastOnset).Average() ?? double.NaN),
            .. CompareBaselines("pitch_overlap", "overlap of pitches, 10 quarters", takes,
                (take, phrase) => PitchOverlap.ByPitch(take.Human, phrase, take.Excerpt.LastOnset)),
            .. CompareBaselines("pitch_class_overlap", "overlap of pitch classes, 10 quarters", takes,
                (take, phrase) => PitchOverlap.ByPitchClass(take.Human, phrase, take.Excerpt.LastOnset)),
        ];
    }

    private static IEnumerable<(double, double, double, double)> Curve(IReadOnlyList<ContinuedExcerpt> takes)
    {
        var style = Scores(take => take.Generated);
        var ngram = Scores(take => take.Ngram);
        var phrase = Scores(take => take.PhraseAgain);
        for (int i = 0; i < CardinalityF1.Times.Count; i++)
        {
            if (style.Average(scores => scores[i]) is { } ours && ngram.Average(scores => scores[i]) is { } chains
                && phrase.Average(scores => scores[i]) is { } again)
                yield return (CardinalityF1.Times[i], ours, chains, again);
        }

        List<double?[]> Scores(Func<ContinuedExcerpt, Phrase> continuation) =>
            [.. takes.Select(take => CardinalityF1.Compute(take.Human, continuation(take), take.Excerpt.LastOnset))];
    }

    private static ComparedMeasure CompareHuman(
        string name, string title, IReadOnlyList<ContinuedExcerpt> takes, Func<ContinuedExcerpt, Phrase, double> measure)
    {
        var human = takes.Where(take => take.IsFirst).Select(take => measure(take, take.Human));
        return new(name, title, ComparedMeasure.Human, Finite(takes.Select(take => measure(take, take.Generated))), Finite(human));
    }

    private static IEnumerable<ComparedMeasure> CompareBaselines(
        string name, string title, IReadOnlyList<ContinuedExcerpt> takes, Func<ContinuedExcerpt, Phrase, double> measure)
    {
        var style = Finite(takes.Select(take => measure(take, take.Generated)));
        yield return new(name, title, ComparedMeasure.Ngram, style, Finite(takes.Select(take => measure(take, take.Ngram))));
        // Takes of one tune have the same prompt.
        var phrase = takes.Where(take => take.IsFirst).Select(take => measure(take, take.PhraseAgain));
        yield return new(name, title, ComparedMeasure.Phrase, style, Finite(phrase));
    }

    // A measure that is not defined for a take gives NaN or infinity.
    private static List<double> Finite(IEnumerable<double> values) => [.. values.Where(double.IsFinite)];
}
