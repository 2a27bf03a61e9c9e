using System.Globalization;
using System.Text;
using ComposerPlugin.Music;

namespace ComposerPlugin.Trainer.Blind;

/// <summary>Notes as text, a line for each bar: pitch and quarters, such as <c>D5 0.5</c>; a rest is <c>-</c>.</summary>
internal static class PhraseText
{
    /// <summary>The bars from one tick to another.</summary>
    /// <param name="phrase">The notes.</param>
    /// <param name="from">The first bar line, in ticks.</param>
    /// <param name="to">The last bar line, in ticks.</param>
    public static string Bars(Phrase phrase, int from, int to)
    {
        var text = new StringBuilder();
        int bar = phrase.Meter.BarTicks;
        for (int line = from - (from % bar), number = 1; line < to; line += bar, number++)
        {
            int end = line;
            text.Append(CultureInfo.InvariantCulture, $"{number,3} |");
            foreach (var note in phrase.Where(note => note.Onset >= line && note.Onset < line + bar))
            {
                if (note.Onset > end)
                    text.Append(CultureInfo.InvariantCulture, $" - {Quarters(note.Onset - end)},");
                text.Append(CultureInfo.InvariantCulture, $" {note.Pitch} {Quarters(note.Duration)},");
                end = Math.Max(end, note.End);
            }
            text.Append('\n');
        }
        return text.ToString().Replace(",\n", "\n", StringComparison.Ordinal);
    }

    private static string Quarters(int ticks) => ((double)ticks / Ticks.PerQuarter).ToString("0.###", CultureInfo.InvariantCulture);
}
