using System.Text.Json.Nodes;
using ComposerPlugin.Music;
using ComposerPlugin.Trainer.Corpus;
using ComposerPlugin.Trainer.Takes;

namespace ComposerPlugin.Trainer.Evaluation;

/// <summary>How a variational style plays held-out passages again, ways between them, and passages from its prior: by the plugin's own code, always the likeliest note.</summary>
internal static class SegmentScore
{
    private const int MostSegments = 300;
    private const int MostPaths = 100;

    /// <summary>Measures, and writes the figures.</summary>
    /// <param name="folder">The style.</param>
    /// <param name="tunes">Held-out tunes, of which passages are taken evenly.</param>
    /// <param name="figures">Where to write.</param>
    public static void AddTo(JsonObject figures, string folder, IEnumerable<Phrase> tunes)
    {
        using var player = new SegmentPlayer(folder);
        Phrase[] all = [.. tunes.SelectMany(tune => BarWindows.Cut(tune, player.Bars))];
        if (all.Length == 0)
            return;
        Phrase[] passages = Spread(all, MostSegments);
        figures["passages"] = passages.Length;
        AddReconstruction(figures, player, passages);
        AddInterpolations(figures, player, passages);
        AddPrior(figures, player, passages);
    }

    private static void AddReconstruction(JsonObject figures, SegmentPlayer player, Phrase[] passages)
    {
        double steps = 0, notes = 0;
        foreach (var passage in passages)
        {
            int ticks = player.Bars * passage.Meter.BarTicks;
            var played = player.Decode(player.Encode(passage), passage.Meter, passage[0].Onset);
            steps += SegmentSteps.Agreement(SegmentSteps.FromPhrase(passage, ticks), SegmentSteps.FromPhrase(played, ticks));
            int found = passage.Select(note => (note.Onset, note.Pitch)).Intersect(played.Select(note => (note.Onset, note.Pitch))).Count();
            notes += 2.0 * found / (passage.Count + played.Count);
        }
        figures["reconstruction_steps"] = Metric.Rounded(steps / passages.Length);
        figures["reconstruction_notes"] = Metric.Rounded(notes / passages.Length);
    }

    // From each passage to the next one of the same meter; both begin at a bar line, for the first onset is given.
    private static void AddInterpolations(JsonObject figures, SegmentPlayer player, Phrase[] passages)
    {
        var pairs = passages.Where(passage => passage[0].Onset == 0).GroupBy(passage => passage.Meter).SelectMany(alike => alike.Zip(alike.Skip(1))).ToArray();
        InterpolationPath[] ways = [.. Spread(pairs, MostPaths).Select(pair => InterpolationPath.Measure(player, pair.First, pair.Second)).OfType<InterpolationPath>()];
        if (ways.Length == 0)
            return;
        figures["interpolations"] = ways.Length;
        figures["interpolation_way"] = new JsonArray([.. Enumerable.Range(0, InterpolationPath.Steps + 1).Select(step => (JsonNode)Metric.Rounded(ways.Average(way => way.FromStart[step])))]);
        figures["interpolation_rising"] = Metric.Rounded(ways.Average(way => way.Rising));
        figures["interpolation_largest_step"] = Metric.Rounded(ways.Average(way => way.LargestStep));
    }

    // Passages of latents drawn from the prior, each in the meter of a held-out one.
    private static void AddPrior(JsonObject figures, SegmentPlayer player, Phrase[] passages)
    {
        var random = new Random(1);
        Phrase[] human = Spread(passages, MostPaths);
        Phrase[] drawn = [.. human.Select(passage => player.Decode(player.DrawLatent(random), passage.Meter, passage[0].Onset))];
        if (human.Length >= FeatureOverlap.FewestSegments)
            figures["overlapped_area_prior"] = Metric.Rounded(MelodyFeature.All.Average(feature => FeatureOverlap.Measure(feature, human, drawn).OverlappedArea));
        figures["scale_consistency_prior"] = Metric.Rounded(drawn.Average(DiatonicScale.Consistency));
        figures["scale_consistency_passages"] = Metric.Rounded(human.Average(DiatonicScale.Consistency));
        figures["notes_prior"] = Metric.Rounded(drawn.Average(passage => passage.Count));
        figures["notes_passages"] = Metric.Rounded(human.Average(passage => passage.Count));
    }

    private static T[] Spread<T>(T[] all, int most) =>
        all.Length <= most ? all : [.. Enumerable.Range(0, most).Select(i => all[(int)((long)i * all.Length / most)])];
}
