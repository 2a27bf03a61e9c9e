using ComposerPlugin.Music;
using ComposerPlugin.Trainer.Data;

namespace ComposerPlugin.Trainer.Evaluation;

/// <summary>What the chains say that have learnt nothing but the tune so far.</summary>
internal static class TuneChains
{
    /// <summary>Of each choice in these tunes, by chain.</summary>
    public static Predictions[] Predict(IReadOnlyList<StepRows> tunes)
    {
        Predictions[] foretold = [.. MotifChain.All.Select(_ => new Predictions())];
        foreach (var rows in tunes)
        {
            for (int chain = 0; chain < foretold.Length; chain++)
                Add(foretold[chain], rows, chain);
        }
        return foretold;
    }

    private static void Add(Predictions foretold, StepRows rows, int chain)
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
            // A rest longer than the longest gap is one choice, told in two steps.
            if (rows[scored][row] == Vocabulary.Wait && scored == Column.IoiScored)
            {
                waited *= probability;
                continue;
            }
            foretold.Add((probability * waited, matched));
            waited = 1;
        }
    }
}
