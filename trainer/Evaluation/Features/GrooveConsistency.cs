using ComposerPlugin.Music;

namespace ComposerPlugin.Trainer.Evaluation;

/// <summary>
/// MusPy's groove consistency (after Wu and Yang 2020): 1 minus the mean Hamming distance between the onset vectors of neighbouring bars,
/// as
/// a share of the bar. A vector has one element for each tick (MusPy's default resolution is ours, 24 to the quarter).
/// </summary>
internal static class GrooveConsistency
{
    /// <summary>Computes the consistency, 0 to 1; 1 for fewer than two bars.</summary>
    /// <param name="phrase">The notes.</param>
    /// <param name="begin">The bar line at the start, in ticks.</param>
    /// <param name="end">The bar line at the end, in ticks.</param>
    public static double Compute(Phrase phrase, int begin, int end)
    {
        int bar = phrase.Meter.BarTicks, bars = (end - begin) / bar;
        if (bars < 2)
            return 1;
        bool[] onsets = new bool[bars * bar];
        foreach (var note in phrase)
        {
            if (note.Onset >= begin && note.Onset < end)
                onsets[note.Onset - begin] = true;
        }
        int different = 0;
        for (int tick = bar; tick < onsets.Length; tick++)
            different += onsets[tick] == onsets[tick - bar] ? 0 : 1;
        return 1 - ((double)different / (bar * (bars - 1)));
    }
}
