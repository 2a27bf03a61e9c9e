using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace ComposerPlugin.Music;

/// <summary>
/// The form of one tune from its opening on: what each bar refers to, and how its lines of four bars end and where they lie. Immutable.
/// </summary>
public sealed class TuneForm
{
    /// <summary>The most bars; a longer tune is known as far.</summary>
    public const int MostBars = 32;

    /// <summary>The fewest bars: a line and its answer.</summary>
    public const int FewestBars = 2 * PhraseEndings.PhraseBars;

    private const char LineMark = '|';

    private readonly BarReference[] _bars;
    private readonly LineForm[] _lines;

    /// <summary>The form of these bars.</summary>
    /// <param name="bars">What each bar refers to, as <see cref="BarReference.At"/> gives it; at most <see cref="MostBars"/>.</param>
    /// <param name="lines">The lines, one for every four bars.</param>
    public TuneForm(ReadOnlySpan<BarReference> bars, ReadOnlySpan<LineForm> lines)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bars.Length, MostBars);
        ArgumentOutOfRangeException.ThrowIfNotEqual(lines.Length, bars.Length / PhraseEndings.PhraseBars);
        (_bars, _lines) = ([.. bars], [.. lines]);
    }

    /// <summary>What each bar refers to.</summary>
    public ReadOnlySpan<BarReference> Bars => _bars;

    /// <summary>The lines of four bars.</summary>
    public ReadOnlySpan<LineForm> Lines => _lines;

    /// <summary>Reads a text, as <see cref="ToString"/> writes it.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out TuneForm? form)
    {
        var (bars, lines) = (new List<BarReference>(), new List<LineForm>());
        form = null;
        foreach (string word in text.Split(' '))
        {
            bool endsLine = bars.Count == (lines.Count + 1) * PhraseEndings.PhraseBars;
            if (endsLine && word.StartsWith(LineMark) && LineForm.TryParse(word.AsSpan(1), out var line))
                lines.Add(line);
            else if (!endsLine && bars.Count < MostBars && BarReference.TryParse(word, out var bar))
                bars.Add(bar);
            else
                return false;
        }
        if (lines.Count != bars.Count / PhraseEndings.PhraseBars)
            return false;
        form = new(bars.ToArray(), lines.ToArray());
        return true;
    }

    /// <summary>
    /// Its text: the names of the bars (<see cref="BarReference"/>), and a bar line with the <see cref="LineForm"/> after each fourth.
    /// </summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        for (int bar = 0; bar < _bars.Length; bar++)
        {
            var reference = _bars[bar];
            text.Append(bar > 0 ? " " : "").Append(reference.IsElsewhere ? reference with { Back = BarReference.Opening } : reference);
            if ((bar + 1) % PhraseEndings.PhraseBars == 0)
                text.Append(' ').Append(LineMark).Append(_lines[bar / PhraseEndings.PhraseBars]);
        }
        return text.ToString();
    }
}
