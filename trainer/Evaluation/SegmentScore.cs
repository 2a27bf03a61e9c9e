using System.Text.Json.Nodes;
using ComposerPlugin.Music;
using ComposerPlugin.Trainer.Corpus;

namespace ComposerPlugin.Trainer.Evaluation;

/// <summary>
/// Measures a variational style's reconstructions of held-out segments, the interpolation paths between them, and segments decoded from
/// the prior. Decoding is greedy, with the plugin's own code.
/// </summary>
internal static class SegmentScore
{
    private const int MostSegments = 300;
    private const int MostPaths = 100;

    /// <summary>Measures and writes the metrics.</summary>
    /// <param name="metrics">Where to write.</param>
    /// <param name="folder">The style's folder.</param>
    /// <param name="tunes">Held-out tunes; if they have too many segments, these are taken at even distances.</param>
    public static void AddTo(JsonObject metrics, string folder, IEnumerable<Phrase> tunes)
    {
        using var player = new SegmentPlayer(folder);
        Phrase[] all = [.. tunes.SelectMany(tune => BarWindows.Cut(tune, player.Bars))];
        if (all.Length == 0)
            return;
        Phrase[] segments = Spread(all, MostSegments);
        metrics["passages"] = segments.Length;
        AddReconstruction(metrics, player, segments);
        AddInterpolations(metrics, player, segments);
        AddPrior(metrics, player, segments);
    }

    private static void AddReconstruction(JsonObject metrics, SegmentPlayer player, Phrase[] segments)
    {
        double steps = 0, notes = 0;
        foreach (var segment in segments)
        {
            int ticks = player.Bars * segment.Meter.BarTicks;
            var reconstruction = player.Decode(player.Encode(segment), segment.Meter, segment[0].Onset);
            steps += SegmentSteps.Agreement(SegmentSteps.FromPhrase(segment, ticks), SegmentSteps.FromPhrase(reconstruction, ticks));
            var found = segment.Select(note => (note.Onset, note.Pitch)).Intersect(reconstruction.Select(note => (note.Onset, note.Pitch)));
            notes += 2.0 * found.Count() / (segment.Count + reconstruction.Count);
        }
        metrics["reconstruction_steps"] = Metric.Rounded(steps / segments.Length);
        metrics["reconstruction_notes"] = Metric.Rounded(notes / segments.Length);
    }

    // Paths from each segment to the next one of the same meter. Both begin at a bar line, because the first onset is given.
    private static void AddInterpolations(JsonObject metrics, SegmentPlayer player, Phrase[] segments)
    {
        var pairs = segments.Where(segment => segment[0].Onset == 0).GroupBy(segment => segment.Meter)
            .SelectMany(group => group.Zip(group.Skip(1))).ToArray();
        var measured = Spread(pairs, MostPaths).Select(pair => InterpolationPath.Measure(player, pair.First, pair.Second));
        InterpolationPath[] paths = [.. measured.OfType<InterpolationPath>()];
        if (paths.Length == 0)
            return;
        metrics["interpolations"] = paths.Length;
        double MeanFromStart(int step) => Metric.Rounded(paths.Average(path => path.FromStart[step]));
        metrics["interpolation_way"] =
            new JsonArray([.. Enumerable.Range(0, InterpolationPath.Steps + 1).Select(step => (JsonNode)MeanFromStart(step))]);
        metrics["interpolation_rising"] = Metric.Rounded(paths.Average(path => path.Rising));
        metrics["interpolation_largest_step"] = Metric.Rounded(paths.Average(path => path.LargestStep));
    }

    // Segments decoded from latents drawn from the prior, each in the meter of a held-out one.
    private static void AddPrior(JsonObject metrics, SegmentPlayer player, Phrase[] segments)
    {
        var random = new Random(1);
        Phrase[] human = Spread(segments, MostPaths);
        Phrase[] drawn = [.. human.Select(segment => player.Decode(player.DrawLatent(random), segment.Meter, segment[0].Onset))];
        if (human.Length >= FeatureOverlap.FewestSegments)
        {
            double overlap = MelodyFeature.All.Average(feature => FeatureOverlap.Measure(feature, human, drawn).OverlappedArea);
            metrics["overlapped_area_prior"] = Metric.Rounded(overlap);
        }
        metrics["scale_consistency_prior"] = Metric.Rounded(drawn.Average(DiatonicScale.Consistency));
        metrics["scale_consistency_passages"] = Metric.Rounded(human.Average(DiatonicScale.Consistency));
        metrics["notes_prior"] = Metric.Rounded(drawn.Average(segment => segment.Count));
        metrics["notes_passages"] = Metric.Rounded(human.Average(segment => segment.Count));
    }

    private static T[] Spread<T>(T[] all, int most) =>
        all.Length <= most ? all : [.. Enumerable.Range(0, most).Select(i => all[(int)((long)i * all.Length / most)])];
}
