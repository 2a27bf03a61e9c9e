using ComposerPlugin.Music;

namespace ComposerPlugin.Trainer.Corpus;

/// <summary>Removes silent bars.</summary>
internal static class Silence
{
    /// <summary>The most silent bars in a row that stay inside a tune.</summary>
    public const int LongestBars = 2;

    /// <summary>
    /// Moves notes earlier by whole bars, so that the first note begins in the first bar and a rest has at most <see cref="LongestBars"/>
    /// silent bars.
    /// </summary>
    /// <param name="notes">Notes sorted by onset; tick 0 is a bar line.</param>
    /// <param name="barTicks">Ticks in a bar.</param>
    /// <returns>The moved notes, and the number of silent bars removed inside the tune.</returns>
    public static (IReadOnlyList<Note> Notes, int Bars) Trim(IReadOnlyList<Note> notes, int barTicks)
    {
        int left = -(notes[0].Onset / barTicks);
        int end = 0, bars = 0;
        var moved = new Note[notes.Count];
        for (int i = 0; i < notes.Count; i++)
        {
            int silent = i == 0 ? 0 : (notes[i].Onset - end) / barTicks;
            if (silent > LongestBars)
            {
                left -= silent - LongestBars;
                bars += silent - LongestBars;
            }
            moved[i] = notes[i] with { Onset = notes[i].Onset + (left * barTicks) };
            end = Math.Max(end, notes[i].End);
        }
        return (moved, bars);
    }
}
