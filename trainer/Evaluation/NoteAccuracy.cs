namespace ComposerPlugin.Trainer.Evaluation;

/// <summary>The share of notes whose gap, pitch and duration were all the likeliest, each given what is true of what comes before it.</summary>
internal static class NoteAccuracy
{
    /// <param name="iois">Scored on each row.</param>
    /// <param name="pitches">On the same rows; left out where a row plays no note.</param>
    /// <param name="durations">Likewise.</param>
    public static double Compute(AttributeScore iois, AttributeScore pitches, AttributeScore durations)
    {
        int notes = 0, right = 0;
        for (int row = 0; row < pitches.Outcomes.Count; row++)
        {
            if (pitches.Outcomes[row] is not { } pitch)
                continue;
            notes++;
            right += pitch && iois.Outcomes[row] == true && durations.Outcomes[row] == true ? 1 : 0;
        }
        return notes == 0 ? 0 : (double)right / notes;
    }
}
