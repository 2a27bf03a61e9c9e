using ComposerPlugin.Music;

namespace ComposerPlugin.Trainer.Evaluation;

/// <summary>Bars of a continuation that were there before.</summary>
internal static class BarReturns
{
    /// <summary>Whether a bar of the continuation equals the first full bar of the prompt: 1 or 0; NaN if no note begins in that.</summary>
    public static double Opening(Excerpt excerpt, Phrase continuation)
    {
        var opening = Bar.Split(excerpt.Prompt, excerpt.Opening, excerpt.Begin)[0];
        if (opening.IsEmpty)
            return double.NaN;
        return Bar.Split(continuation, excerpt.Begin, excerpt.End).Contains(opening) ? 1 : 0;
    }

    /// <summary>The share of the continuation's bars that equal an earlier bar of prompt or continuation.</summary>
    public static double Share(Excerpt excerpt, Phrase continuation) => Share(excerpt, continuation, (bar, earlier) => bar.Equals(earlier));

    /// <summary>The share of the continuation's bars that have the rhythm of an earlier bar.</summary>
    public static double RhythmShare(Excerpt excerpt, Phrase continuation) =>
        Share(excerpt, continuation, (bar, earlier) => bar.HasRhythmOf(earlier));

    /// <summary>The full bars of the prompt, then those of the continuation.</summary>
    public static List<Bar> All(Excerpt excerpt, Phrase continuation) =>
    [
        .. Bar.Split(excerpt.Prompt, excerpt.Opening, excerpt.Begin),
        .. Bar.Split(continuation, excerpt.Begin, excerpt.End),
    ];

    // Bars in which no note begins do not count; NaN if there are no others.
    private static double Share(Excerpt excerpt, Phrase continuation, Func<Bar, Bar, bool> isAgain)
    {
        var bars = All(excerpt, continuation);
        int first = (excerpt.Begin - excerpt.Opening) / excerpt.Prompt.Meter.BarTicks, returned = 0, counted = 0;
        for (int i = first; i < bars.Count; i++)
        {
            if (bars[i].IsEmpty)
                continue;
            counted++;
            returned += bars.Take(i).Any(earlier => isAgain(bars[i], earlier)) ? 1 : 0;
        }
        return counted == 0 ? double.NaN : (double)returned / counted;
    }
}
