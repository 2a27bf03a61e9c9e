using ComposerPlugin.Music;

namespace ComposerPlugin.Trainer.Evaluation;

/// <summary>
/// MIREX "Patterns for Prediction" pitch score: how much the normalised pitch histograms of the true and the generated continuation
/// overlap, 0 to 1. As there, a continuation is what begins up to 10 quarter notes after the prompt's last onset.
/// </summary>
internal static class PitchOverlap
{
    private const int Reach = 10 * Ticks.PerQuarter;

    /// <summary>By pitch.</summary>
    public static double ByPitch(Phrase truth, Phrase generated, int lastOnset) => ByPitch(truth, generated, lastOnset, note => note.Pitch.Number);

    /// <summary>By pitch class.</summary>
    public static double ByPitchClass(Phrase truth, Phrase generated, int lastOnset) => ByPitch(truth, generated, lastOnset, note => note.Pitch.Class);

    private static double ByPitch(Phrase truth, Phrase generated, int lastOnset, Func<Note, int> pitch)
    {
        double[] one = Histogram(truth, lastOnset, pitch), other = Histogram(generated, lastOnset, pitch);
        return one.Zip(other, Math.Min).Sum();
    }

    private static double[] Histogram(Phrase phrase, int lastOnset, Func<Note, int> pitch)
    {
        double[] histogram = new double[Pitch.Count];
        var notes = phrase.Where(note => note.Onset <= lastOnset + Reach).ToList();
        foreach (var note in notes)
            histogram[pitch(note)] += 1.0 / notes.Count;
        return histogram;
    }
}
