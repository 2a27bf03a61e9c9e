using System.Text.Json.Nodes;
using ComposerPlugin.Music;

namespace ComposerPlugin.Trainer.Evaluation;

/// <summary>All that is measured on takes.</summary>
/// <param name="Overlaps">For each feature; none when there are too few takes.</param>
/// <param name="Measures">For each measure its values.</param>
/// <param name="F1Curve">The mean F1 at each of <see cref="CardinalityF1.Times"/>, the style's and the baseline's.</param>
internal sealed record TakeMeasures(
    IReadOnlyList<FeatureOverlap> Overlaps, IReadOnlyList<ComparedMeasure> Measures, IReadOnlyList<(double Time, double Style, double Ngram)> F1Curve)
{
    /// <param name="takes">The takes.</param>
    /// <param name="train">The tunes that the style learnt from.</param>
    public static TakeMeasures Measure(IReadOnlyList<ContinuedExcerpt> takes, IReadOnlyList<Phrase> train)
    {
        Phrase[] human = [.. takes.Where(take => take.IsFirst).Select(take => take.Human)], generated = [.. takes.Select(take => take.Generated)];
        bool enough = human.Length >= FeatureOverlap.FewestSegments;
        return new(
            enough ? [.. MelodyFeature.All.Select(feature => FeatureOverlap.Measure(feature, human, generated))] : [],
            [.. Musical(takes), .. Contours(takes, train), .. Originality(takes, train), .. Prediction(takes)],
            [.. Curve(takes)]);
    }

    /// <summary>Writes all figures.</summary>
    public void AddTo(JsonObject figures)
    {
        if (Overlaps.Count > 0)
            figures["overlapped_area"] = Metric.Rounded(Overlaps.Average(overlap => overlap.OverlappedArea));
        foreach (var overlap in Overlaps)
        {
            figures[$"overlapped_area_{overlap.Feature.Name}"] = Metric.Rounded(overlap.OverlappedArea);
            figures[$"kl_{overlap.Feature.Name}"] = Metric.Rounded(overlap.Divergence);
        }
        foreach (var measure in Measures)
            measure.AddTo(figures);
        foreach (var runs in Measures.Where(measure => measure.Name == "longest_shared_run" && measure.Generated.Count > 0))
        {
            figures["longest_shared_run_max"] = runs.Generated.Max();
            figures["longest_shared_run_max_human"] = runs.Compared.Max();
        }
    }

    private static IEnumerable<ComparedMeasure> Musical(IReadOnlyList<ContinuedExcerpt> takes)
    {
        yield return Beside("pitch_in_scale", "notes in the scale that the prompt keeps to", takes, (take, phrase) => DiatonicScale.BestFit(take.Prompt).Rate(phrase));
        yield return Beside("scale_consistency", "notes in the scale that fits best", takes, (_, phrase) => DiatonicScale.Consistency(phrase));
        yield return Beside("pitch_class_entropy", "pitch class entropy, bits", takes, (_, phrase) => PitchClassEntropy.Compute(phrase));
        yield return Beside("groove", "groove consistency", takes, (take, phrase) => GrooveConsistency.Compute(phrase, take.Excerpt.Begin, take.Excerpt.End));
    }

    private static IEnumerable<ComparedMeasure> Contours(IReadOnlyList<ContinuedExcerpt> takes, IReadOnlyList<Phrase> train)
    {
        var nearest = new NearestContour(train);
        yield return Beside("contour_distance_prompt", "contour's distance to the prompt, semitones", takes,
            (take, phrase) => ContourDistance.Between(ContourDistance.Contour(phrase.AsSpan()), ContourDistance.Contour(take.Prompt.AsSpan())));
        yield return Beside("contour_distance_train", "contour's distance to the nearest training passage, semitones", takes,
            (take, phrase) => nearest.DistanceOf(ContourDistance.Contour(phrase.AsSpan()), take.Excerpt.End - take.Excerpt.Begin));
    }

    private static IEnumerable<ComparedMeasure> Originality(IReadOnlyList<ContinuedExcerpt> takes, IReadOnlyList<Phrase> train)
    {
        var runs = new SharedRuns(train);
        var cardinality = new CardinalityScore(train);
        yield return Beside("longest_shared_run", "longest run of steps shared with the training tunes", takes, (_, phrase) => runs.LongestIn(phrase));
        yield return Beside("cardinality_score", "largest cardinality score against the training tunes", takes,
            (take, phrase) => cardinality.Score(phrase, take.Excerpt.Begin, take.Excerpt.End) ?? double.NaN);
    }

    private static IEnumerable<ComparedMeasure> Prediction(IReadOnlyList<ContinuedExcerpt> takes)
    {
        yield return Against("continuation_f1", "cardinality F1, 2 to 10 quarters", takes,
            (take, phrase) => CardinalityF1.Compute(take.Human, phrase, take.Excerpt.LastOnset).Average() ?? double.NaN);
        yield return Against("pitch_overlap", "overlap of pitches, 10 quarters", takes,
            (take, phrase) => PitchOverlap.ByPitch(take.Human, phrase, take.Excerpt.LastOnset));
        yield return Against("pitch_class_overlap", "overlap of pitch classes, 10 quarters", takes,
            (take, phrase) => PitchOverlap.ByPitchClass(take.Human, phrase, take.Excerpt.LastOnset));
    }

    private static IEnumerable<(double, double, double)> Curve(IReadOnlyList<ContinuedExcerpt> takes)
    {
        var style = takes.Select(take => CardinalityF1.Compute(take.Human, take.Generated, take.Excerpt.LastOnset)).ToList();
        var ngram = takes.Select(take => CardinalityF1.Compute(take.Human, take.Ngram, take.Excerpt.LastOnset)).ToList();
        for (int i = 0; i < CardinalityF1.Times.Count; i++)
        {
            if (style.Average(scores => scores[i]) is { } ours && ngram.Average(scores => scores[i]) is { } baseline)
                yield return (CardinalityF1.Times[i], ours, baseline);
        }
    }

    private static ComparedMeasure Beside(string name, string title, IReadOnlyList<ContinuedExcerpt> takes, Func<ContinuedExcerpt, Phrase, double> measure) =>
        new(name, title, ComparedMeasure.Human, Finite(takes.Select(take => measure(take, take.Generated))), Finite(takes.Where(take => take.IsFirst).Select(take => measure(take, take.Human))));

    private static ComparedMeasure Against(string name, string title, IReadOnlyList<ContinuedExcerpt> takes, Func<ContinuedExcerpt, Phrase, double> measure) =>
        new(name, title, ComparedMeasure.Ngram, Finite(takes.Select(take => measure(take, take.Generated))), Finite(takes.Select(take => measure(take, take.Ngram))));

    // Where a measure says nothing of a take, it is left out.
    private static List<double> Finite(IEnumerable<double> values) => [.. values.Where(double.IsFinite)];
}
