using System.Text.Json.Nodes;
using ComposerPlugin.Music;
using ComposerPlugin.Trainer.Corpus;

namespace ComposerPlugin.Trainer.Evaluation;

/// <summary>How far answers lie from their phrases: where these lie in the tunes, and moved by octaves to each D.</summary>
/// <param name="Answers">The answers with their tunes, by the ending of the metric keys.</param>
internal sealed record RegisterMeasures(IReadOnlyList<(string Ending, IReadOnlyList<(Tune Tune, double Semitones)> Distances)> Answers)
{
    /// <summary>The pitches to which phrases are moved, with their names in metric keys.</summary>
    public static readonly IReadOnlyList<(string Name, Pitch Pitch)> Places =
        [("d2", new(38)), ("d3", new(50)), ("d4", new(62)), ("d5", new(74))];

    /// <summary>Measures takes, and answers to moved phrases.</summary>
    /// <param name="takes">The takes.</param>
    /// <param name="answer">Continues excerpts in the style.</param>
    public static RegisterMeasures Measure(
        IReadOnlyList<ContinuedExcerpt> takes, Func<IReadOnlyList<Excerpt>, IReadOnlyList<Phrase>> answer)
    {
        var moved = Places.Select(place =>
        {
            Excerpt[] excerpts = [.. takes.Select(take => Register.Move(take.Excerpt, place.Pitch))];
            return ($"_{place.Name}", Of(excerpts.Zip(answer(excerpts))));
        });
        return new(
        [
            ("", Of(takes.Select(take => (take.Excerpt, take.Generated)))),
            ("_human", Of(takes.Where(take => take.IsFirst).Select(take => (take.Excerpt, take.Human)))),
            ("_ngram", Of(takes.Select(take => (take.Excerpt, take.Ngram)))),
            .. moved,
        ]);
    }

    /// <summary>Writes the median, the range that holds 95 % of the answers, and the share within six semitones.</summary>
    public void AddTo(JsonObject metrics)
    {
        foreach (var (ending, distances) in Answers.Where(answers => answers.Distances.Count > 0))
        {
            var semitones = distances.Select(distance => distance.Semitones);
            var range = CentralRange.FromValues(semitones, CentralRange.MostTail);
            metrics[$"register_distance{ending}"] = Metric.Rounded(CentralRange.Median(semitones));
            metrics[$"register_distance_from{ending}"] = Metric.Rounded(range.From);
            metrics[$"register_distance_to{ending}"] = Metric.Rounded(range.To);
            var tunes = distances.GroupBy(distance => distance.Tune, ReferenceEqualityComparer.Instance);
            ComparedMeasure.AddByTune(metrics, $"register_within_6{ending}",
                [.. tunes.Select(tune => tune.Average(distance => Register.IsNear(distance.Semitones) ? 1.0 : 0))]);
        }
    }

    private static List<(Tune, double)> Of(IEnumerable<(Excerpt Excerpt, Phrase Answer)> answers) =>
    [
        .. answers.Select(answer => (answer.Excerpt.Tune, Semitones: Register.Distance(answer.Excerpt, answer.Answer)))
            .Where(distance => double.IsFinite(distance.Semitones)),
    ];
}
