using ComposerPlugin.Music;

namespace ComposerPlugin.Trainer.Corpus;

/// <summary>
/// The onset pattern of a bar in letters: <c>x</c> an onset, <c>.</c> none, on the coarsest even grid with all onsets (6/8 in eighths:
/// <c>x.xxxx</c>).
/// </summary>
internal static class Rhythm
{
    private static readonly int[] _steps = [24, 12, 8, 6, 4, 3, 2, 1];

    /// <summary>The pattern of each bar of a phrase.</summary>
    public static string[] ByBar(Phrase phrase)
    {
        int bar = phrase.Meter.BarTicks;
        string[] patterns = new string[(phrase.End + bar - 1) / bar];
        Array.Fill(patterns, ".");
        foreach (var notes in phrase.GroupBy(note => note.Onset / bar))
            patterns[notes.Key] = Pattern([.. notes.Select(note => note.Onset % bar).Distinct()], bar);
        return patterns;
    }

    private static string Pattern(int[] onsets, int bar)
    {
        int step = _steps.First(step => bar % step == 0 && onsets.All(onset => onset % step == 0));
        return string.Create(bar / step, (onsets, step), static (letters, pattern) =>
        {
            letters.Fill('.');
            foreach (int onset in pattern.onsets)
                letters[onset / pattern.step] = 'x';
        });
    }
}
