namespace ComposerPlugin.Music;

/// <summary>
/// The forms of single tunes, from which an answer takes one that goes on as its phrase began: so its lines rhyme, contrast and close as
/// those of one tune do, which a chain of single bars does not know. One thread at a time while it learns; then any.
/// </summary>
public sealed class TuneForms
{
    // What a phrase and a tune have in common, in powers of e by which the tune is likelier: the same reference in a bar; a bar that is new
    // in both, as to pitch; a line that breathes, or rests on the same degree.
    private const int SameBar = 2, BothNew = 1, SameBreath = 1, SameDegree = 1;

    // Tunes have less than this share in common with a phrase that none resembles.
    private const double LeastAlike = 0.6;

    private readonly List<TuneForm> _forms = [];

    /// <summary>The forms.</summary>
    public IReadOnlyList<TuneForm> Forms => _forms;

    /// <summary>Learns the form of a tune.</summary>
    public void Learn(TuneForm form) => _forms.Add(form);

    /// <summary>
    /// Draws a tune that began as a phrase did and then has at least as many bars as the answer, of which the first line is not a mere
    /// repetition; null if no tune is like the phrase. Allocates nothing.
    /// </summary>
    /// <param name="phrase">What the bars of the phrase refer to, from its opening on.</param>
    /// <param name="lines">Its lines of four bars.</param>
    /// <param name="bars">The bars of the answer.</param>
    /// <param name="sharpness">1 draws as the music is, more prefers tunes that are more alike.</param>
    /// <param name="random">A random number, 0 or more and less than 1.</param>
    public TuneForm? Draw(
        ReadOnlySpan<BarReference> phrase, ReadOnlySpan<LineForm> lines, int bars, double sharpness, double random)
    {
        int most = (phrase.Length * SameBar) + (lines.Length * (SameBreath + SameDegree));
        int best = -1;
        foreach (var form in _forms)
            best = Math.Max(best, Fits(form, phrase.Length, bars) ? Alike(form, phrase, lines) : -1);
        if (best < LeastAlike * most)
            return null;
        double total = 0;
        foreach (var form in _forms)
            total += Weight(form, phrase, lines, bars, best, sharpness);
        double left = random * total;
        foreach (var form in _forms)
        {
            left -= Weight(form, phrase, lines, bars, best, sharpness);
            if (left < 0)
                return form;
        }
        return null;
    }

    private static double Weight(
        TuneForm form, ReadOnlySpan<BarReference> phrase, ReadOnlySpan<LineForm> lines, int bars, int best, double sharpness) =>
        Fits(form, phrase.Length, bars) ? Math.Exp((Alike(form, phrase, lines) - best) * sharpness) : 0;

    private static bool Fits(TuneForm form, int phrase, int bars)
    {
        if (form.Bars.Length < phrase + bars || bars == 0)
            return false;
        foreach (var bar in form.Bars.Slice(phrase, Math.Min(bars, PhraseEndings.PhraseBars)))
        {
            if (bar.Relation != BarRelation.Same)
                return true;
        }
        return false;
    }

    private static int Alike(TuneForm form, ReadOnlySpan<BarReference> phrase, ReadOnlySpan<LineForm> lines)
    {
        int alike = 0;
        for (int bar = 0; bar < phrase.Length; bar++)
        {
            var (one, other) = (phrase[bar], form.Bars[bar]);
            bool areNew = one.Relation <= BarRelation.Rhythm && other.Relation <= BarRelation.Rhythm;
            alike += one.Index == other.Index ? SameBar : areNew ? BothNew : 0;
        }
        for (int line = 0; line < lines.Length; line++)
        {
            alike += lines[line].Breathes == form.Lines[line].Breathes ? SameBreath : 0;
            alike += lines[line].Degree == form.Lines[line].Degree ? SameDegree : 0;
        }
        return alike;
    }
}
