using ComposerPlugin.Music;

namespace ComposerPlugin.Trainer.Evaluation;

/// <summary>How far a continuation lies from its prompt.</summary>
internal static class Register
{
    private const int Octave = 12;
    private const double Near = 6;

    /// <summary>The semitones from the mean pitch of the prompt to that of the continuation; NaN if there are no notes.</summary>
    public static double Distance(Excerpt excerpt, Phrase continuation) =>
        continuation.Count == 0 ? double.NaN : Mean(continuation) - Mean(excerpt.Prompt);

    /// <summary>Whether a distance is at most six semitones.</summary>
    public static bool IsNear(double distance) => Math.Abs(distance) <= Near;

    /// <summary>The excerpt, moved by as many octaves as bring the mean pitch of its prompt nearest to a pitch.</summary>
    public static Excerpt Move(Excerpt excerpt, Pitch pitch)
    {
        int semitones = Octave * (int)Math.Round((pitch.Number - Mean(excerpt.Prompt)) / Octave);
        return excerpt with { Prompt = Move(excerpt.Prompt, semitones), Human = Move(excerpt.Human, semitones) };
    }

    private static double Mean(Phrase phrase) => phrase.Average(note => note.Pitch.Number);

    private static Phrase Move(Phrase phrase, int semitones) =>
        new(phrase.Meter, phrase.Select(note => note with { Pitch = note.Pitch.TransposeInside(semitones) }));
}
