using ComposerPlugin.Inference;
using ComposerPlugin.Music;

namespace ComposerPlugin.Trainer.Evaluation;

/// <summary>Passages sixteenth by sixteenth, as MusicVAE tells melodies: in each a pitch begins, or what sounds goes on, or there is a rest.</summary>
internal static class SegmentSteps
{
    private const int Sustain = Pitch.Count, Rest = Pitch.Count + 1;

    /// <summary>The sixteenths of the first so many ticks; of notes in the same one the last counts.</summary>
    public static int[] FromPhrase(Phrase passage, int ticks)
    {
        int[] steps = new int[ticks / BarRoll.StepTicks];
        Array.Fill(steps, Rest);
        foreach (var note in passage)
        {
            int first = note.Onset / BarRoll.StepTicks, end = Math.Max((note.End + (BarRoll.StepTicks / 2)) / BarRoll.StepTicks, first + 1);
            for (int step = first; step < steps.Length; step++)
                steps[step] = step == first ? note.Pitch.Number : step < end ? Sustain : Rest;
        }
        return steps;
    }

    /// <summary>The share of steps that are the same.</summary>
    public static double Agreement(int[] one, int[] other) => one.Zip(other, (a, b) => a == b ? 1.0 : 0).Average();

    /// <summary>The edit distance (Levenshtein): the fewest steps to replace, put in or leave out that make one the other.</summary>
    public static int Distance(int[] one, int[] other)
    {
        int[] above = [.. Enumerable.Range(0, other.Length + 1)];
        for (int i = 1; i <= one.Length; i++)
        {
            int diagonal = above[0];
            above[0] = i;
            for (int j = 1; j <= other.Length; j++)
            {
                int replaced = diagonal + (one[i - 1] == other[j - 1] ? 0 : 1);
                diagonal = above[j];
                above[j] = Math.Min(replaced, 1 + Math.Min(above[j], above[j - 1]));
            }
        }
        return above[^1];
    }
}
