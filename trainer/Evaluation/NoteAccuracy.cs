namespace ComposerPlugin.Trainer.Evaluation;

/// <summary>The share of notes whose IOI, pitch and duration are all the likeliest, each given the true attributes before it.</summary>
internal static class NoteAccuracy
{
    /// <summary>Computes the share, 0 to 1.</summary>
    /// <param name="iois">Scored on each row.</param>
    /// <param name="pitches">Scored on the same rows; rows without a note are skipped.</param>
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
