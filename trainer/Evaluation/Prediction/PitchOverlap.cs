using ComposerPlugin.Music;

namespace ComposerPlugin.Trainer.Evaluation;

/// <summary>
/// The pitch score of MIREX "Patterns for Prediction": the overlap of the normalised pitch histograms of the true and the generated
/// continuation, 0 to 1, for notes up to 10 quarter notes after the prompt's last onset.
/// </summary>
internal static class PitchOverlap
{
    private const int Reach = 10 * Ticks.PerQuarter;

    /// <summary>The overlap of pitches.</summary>
    public static double ByPitch(Phrase truth, Phrase generated, int lastOnset) =>
        Overlap(truth, generated, lastOnset, note => note.Pitch.Number);

    /// <summary>The overlap of pitch classes.</summary>
    public static double ByPitchClass(Phrase truth, Phrase generated, int lastOnset) =>
        Overlap(truth, generated, lastOnset, note => note.Pitch.Class);

    private static double Overlap(Phrase truth, Phrase generated, int lastOnset, Func<Note, int> pitch)
    {
        double[] left = Histogram(truth, lastOnset, pitch), right = Histogram(generated, lastOnset, pitch);
        return left.Zip(right, Math.Min).Sum();
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
