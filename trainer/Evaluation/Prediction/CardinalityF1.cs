using ComposerPlugin.Music;

namespace ComposerPlugin.Trainer.Evaluation;

/// <summary>
/// MIREX "Patterns for Prediction" cardinality score of a continuation: of all vectors from points (onset, pitch) of the true
/// continuation to points of the generated one, the commonest joins c pairs; recall is (c - 1) / (true points - 1), precision
/// (c - 1) / (generated points - 1), and F1 their harmonic mean. It is taken on what begins up to 2, 2.5, … 10 quarter notes after the
/// prompt's last onset.
/// </summary>
internal static class CardinalityF1
{
    /// <summary>The times after the prompt's last onset, in quarter notes.</summary>
    public static IReadOnlyList<double> Times { get; } = [.. Enumerable.Range(4, 17).Select(half => half / 2.0)];

    /// <summary>The F1 at each of <see cref="Times"/>; null where one of the two has fewer than two points.</summary>
    /// <param name="truth">The true continuation.</param>
    /// <param name="generated">The generated one.</param>
    /// <param name="lastOnset">The prompt's last onset, in ticks.</param>
    public static double?[] Compute(Phrase truth, Phrase generated, int lastOnset) =>
        [.. Times.Select(time => Compute(UpTo(truth, lastOnset, time), UpTo(generated, lastOnset, time)))];

    private static Note[] UpTo(Phrase phrase, int lastOnset, double time) =>
        [.. phrase.Where(note => note.Onset <= lastOnset + (time * Ticks.PerQuarter)).DistinctBy(note => (note.Onset, note.Pitch))];

    private static double? Compute(Note[] truth, Note[] generated)
    {
        if (truth.Length < 2 || generated.Length < 2)
            return null;
        var counts = new Dictionary<(int, int), int>();
        int commonest = 0;
        foreach (var one in truth)
        {
            foreach (var other in generated)
            {
                var vector = (other.Onset - one.Onset, other.Pitch.Number - one.Pitch.Number);
                int count = counts.GetValueOrDefault(vector) + 1;
                counts[vector] = count;
                commonest = Math.Max(commonest, count);
            }
        }
        double recall = (commonest - 1.0) / (truth.Length - 1), precision = (commonest - 1.0) / (generated.Length - 1);
        return recall + precision == 0 ? 0 : 2 * recall * precision / (recall + precision);
    }
}
