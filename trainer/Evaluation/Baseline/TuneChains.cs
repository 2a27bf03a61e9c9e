using ComposerPlugin.Music;
using ComposerPlugin.Trainer.Data;

namespace ComposerPlugin.Trainer.Evaluation;

/// <summary>The chains that learn only the tune so far.</summary>
internal static class TuneChains
{
    /// <summary>Per-choice predictions for tunes, indexed by chain.</summary>
    public static Predictions[] Predict(IReadOnlyList<StepRows> tunes)
    {
        Predictions[] predictions = [.. MotifChain.All.Select(_ => new Predictions())];
        foreach (var rows in tunes)
        {
            for (int chain = 0; chain < predictions.Length; chain++)
                Add(predictions[chain], rows, chain);
        }
        return predictions;
    }

    private static void Add(Predictions predictions, StepRows rows, int chain)
    {
        int scored = MotifChain.All[chain].Attribute switch
        {
            NoteAttribute.Timing => Column.IoiScored,
            NoteAttribute.Pitch => Column.PitchScored,
            _ => Column.DurationScored,
        };
        double waited = 1;
        for (int row = 0; row < rows.Count; row++)
        {
            if (rows[scored][row] < 0)
                continue;
            var (probability, matched) = rows.Motifs.Prediction(row, chain);
            // A rest longer than the longest IOI class is one choice in several steps.
            if (rows[scored][row] == Vocabulary.Wait && scored == Column.IoiScored)
            {
                waited *= probability;
                continue;
            }
            predictions.Add((probability * waited, matched));
            waited = 1;
        }
    }
}
