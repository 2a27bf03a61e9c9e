using ComposerPlugin.Music;

namespace ComposerPlugin.Trainer.Evaluation;

/// <summary>
/// Finds loops: a pattern of one beat to one bar that is played four times in a row or more, and for two bars or more, with the same onsets
/// and pitches.
/// </summary>
internal static class Loops
{
    private const int FewestTimes = 4;
    private const int FewestBars = 2;

    /// <summary>Whether the continuation contains a loop: 1 or 0.</summary>
    public static double In(Excerpt excerpt, Phrase continuation) => Has(continuation, excerpt.End) ? 1 : 0;

    /// <summary>Whether the continuation contains a loop, and the tune, as far as the continuation goes, none: 1 or 0.</summary>
    public static double Stuck(Excerpt excerpt, Phrase continuation) =>
        Has(continuation, excerpt.End) && !Has(excerpt.Prompt, excerpt.Begin) && !Has(excerpt.Human, excerpt.End) ? 1 : 0;

    private static bool Has(Phrase phrase, int end)
    {
        var notes = phrase.Select(note => (note.Onset, note.Pitch)).ToHashSet();
        var meter = phrase.Meter;
        for (int period = meter.BeatTicks; period <= meter.BarTicks; period += meter.BeatTicks)
        {
            int length = Math.Max(FewestTimes * period, FewestBars * meter.BarTicks);
            foreach (int begin in notes.Select(note => note.Onset).Distinct().Where(onset => onset + length <= end))
            {
                if (IsLoop(notes, begin, begin + length, period))
                    return true;
            }
        }
        return false;
    }

    // Whether each note has another one period before it, and one after it, except at the ends.
    private static bool IsLoop(HashSet<(int Onset, Pitch Pitch)> notes, int begin, int end, int period) => notes
        .Where(note => note.Onset >= begin && note.Onset < end)
        .All(note => (note.Onset - period < begin || notes.Contains((note.Onset - period, note.Pitch)))
            && (note.Onset + period >= end || notes.Contains((note.Onset + period, note.Pitch))));
}
