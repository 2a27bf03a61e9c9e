using ComposerPlugin.Inference;
using ComposerPlugin.Music;

namespace ComposerPlugin.Trainer.Evaluation;

/// <summary>Segments as rows of sixteenths, as in MusicVAE: an onset of a pitch, the continuation of a note, or a rest.</summary>
internal static class SegmentSteps
{
    private const int Sustain = Pitch.Count, Rest = Pitch.Count + 1;

    /// <summary>The sixteenths of the first ticks of a segment; of several notes in one sixteenth the last counts.</summary>
    public static int[] FromPhrase(Phrase segment, int ticks)
    {
        int[] steps = new int[ticks / BarRoll.StepTicks];
        Array.Fill(steps, Rest);
        foreach (var note in segment)
        {
            int first = note.Onset / BarRoll.StepTicks;
            int end = Math.Max((note.End + (BarRoll.StepTicks / 2)) / BarRoll.StepTicks, first + 1);
            for (int step = first; step < steps.Length; step++)
                steps[step] = step == first ? note.Pitch.Number : step < end ? Sustain : Rest;
        }
        return steps;
    }

    /// <summary>The share of equal steps, 0 to 1.</summary>
    public static double Agreement(int[] left, int[] right) => left.Zip(right, (x, y) => x == y ? 1.0 : 0).Average();

    /// <summary>The edit distance (Levenshtein) in steps.</summary>
    public static int Distance(int[] left, int[] right)
    {
        int[] above = [.. Enumerable.Range(0, right.Length + 1)];
        for (int i = 1; i <= left.Length; i++)
        {
            int diagonal = above[0];
            above[0] = i;
            for (int j = 1; j <= right.Length; j++)
            {
                int replaced = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                diagonal = above[j];
                above[j] = Math.Min(replaced, 1 + Math.Min(above[j], above[j - 1]));
            }
        }
        return above[^1];
    }
}
