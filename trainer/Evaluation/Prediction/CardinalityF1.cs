using ComposerPlugin.Music;

namespace ComposerPlugin.Trainer.Evaluation;

/// <summary>
/// The cardinality score of MIREX "Patterns for Prediction": of all vectors from points (onset, pitch) of the true continuation to points
/// of
/// the generated one, the most frequent joins c pairs; recall is (c - 1) / (true points - 1), precision (c - 1) / (generated points - 1),
/// and
/// F1 their harmonic mean. It is computed for the notes up to 2, 2.5, … 10 quarter notes after the prompt's last onset.
/// </summary>
internal static class CardinalityF1
{
    /// <summary>The times after the prompt's last onset, in quarter notes.</summary>
    public static IReadOnlyList<double> Times { get; } = [.. Enumerable.Range(4, 17).Select(half => half / 2.0)];

    /// <summary>The F1 at each of <see cref="Times"/>; null if either continuation has fewer than two points.</summary>
    /// <param name="truth">The true continuation.</param>
    /// <param name="generated">The generated continuation.</param>
    /// <param name="lastOnset">The prompt's last onset, in ticks.</param>
    public static double?[] Compute(Phrase truth, Phrase generated, int lastOnset) =>
        [.. Times.Select(time => F1(UpTo(truth, lastOnset, time), UpTo(generated, lastOnset, time)))];

    private static Note[] UpTo(Phrase phrase, int lastOnset, double time) =>
        [.. phrase.Where(note => note.Onset <= lastOnset + (time * Ticks.PerQuarter)).DistinctBy(note => (note.Onset, note.Pitch))];

    private static double? F1(Note[] truth, Note[] generated)
    {
        if (truth.Length < 2 || generated.Length < 2)
            return null;
        var counts = new Dictionary<(int, int), int>();
        int commonest = 0;
        foreach (var left in truth)
        {
            foreach (var right in generated)
            {
                var vector = (right.Onset - left.Onset, right.Pitch.Number - left.Pitch.Number);
                int count = counts.GetValueOrDefault(vector) + 1;
                counts[vector] = count;
                commonest = Math.Max(commonest, count);
            }
        }
        double recall = (commonest - 1.0) / (truth.Length - 1), precision = (commonest - 1.0) / (generated.Length - 1);
        return recall + precision == 0 ? 0 : 2 * recall * precision / (recall + precision);
    }
}
