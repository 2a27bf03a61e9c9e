using ComposerPlugin.Music;

namespace ComposerPlugin.Trainer.Evaluation;

/// <summary>
/// MusPy's groove consistency (after Wu and Yang 2020): 1 minus the mean Hamming distance of neighbouring bars' onset vectors, which
/// have a place for each tick of the bar (MusPy's standard resolution is ours, 24 to the quarter), in shares of the bar.
/// </summary>
internal static class GrooveConsistency
{
    /// <param name="phrase">A passage.</param>
    /// <param name="begin">The bar line from which it counts.</param>
    /// <param name="end">The bar line up to which it counts.</param>
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
