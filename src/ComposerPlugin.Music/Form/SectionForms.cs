namespace ComposerPlugin.Music;

/// <summary>
/// The forms of a kind of music in sections of <see cref="SectionPlan.UsualBars"/> bars, and how many tunes have each. One thread at a time
/// while it learns; then any.
/// </summary>
public sealed class SectionForms
{
    /// <summary>The largest number of sections of a form; tunes with more are not counted.</summary>
    public const int MostSections = 16;

    // A section is another one again if at least half of its bars are varied or the same.
    private const double LeastAgain = 0.5;

    // Forms of songs and dances, for music whose own are not known.
    private static readonly SectionForms _usual = Usual("AABA", "AABB", "ABAC", "AABBAABA", "AABBAACA");

    private readonly List<(SectionForm Form, int Times)> _forms = [];

    /// <summary>The forms, and how many tunes have each.</summary>
    public IReadOnlyList<(SectionForm Form, int Times)> Forms => _forms;

    /// <summary>Learns that tunes have a form.</summary>
    /// <param name="form">The form.</param>
    /// <param name="times">How many tunes.</param>
    public void Learn(SectionForm form, int times = 1)
    {
        int at = _forms.FindIndex(other => other.Form.Text == form.Text);
        if (at < 0)
            _forms.Add((form, times));
        else
            _forms[at] = (form, _forms[at].Times + times);
    }

    /// <summary>Learns the form of a tune, from its opening on.</summary>
    /// <param name="tune">The tune.</param>
    /// <param name="end">Its last bar.</param>
    public void Learn(FormMemory tune, int end)
    {
        // A last section of less than half its bars is a part of the one before.
        int sections = Math.Max(1, (end - tune.OpeningBar + 1 + (SectionPlan.UsualBars / 2)) / SectionPlan.UsualBars);
        if (sections > MostSections)
            return;
        int[] firsts = new int[sections];
        for (int section = 0; section < sections; section++)
        {
            double most = 0;
            firsts[section] = section;
            for (int earlier = 0; earlier < section; earlier++)
            {
                double share = Share(tune, tune.OpeningBar, section, earlier, end);
                if (share >= LeastAgain && share > most)
                    (most, firsts[section]) = (share, firsts[earlier]);
            }
        }
        Learn(SectionForm.Of(firsts));
    }

    /// <summary>
    /// Draws the form of a piece that has a contrast, and from three sections on a return: by the number of sections that have each form,
    /// first among those that fit the piece without a rest. Allocates nothing.
    /// </summary>
    /// <param name="sections">The sections of the piece.</param>
    /// <param name="random">A random number, 0 or more and less than 1.</param>
    public SectionForm Draw(int sections, double random) =>
        TryDraw(sections, random, fits: true) ?? TryDraw(sections, random, fits: false)
            ?? _usual.TryDraw(sections, random, fits: true) ?? _usual.TryDraw(sections, random, fits: false) ?? _usual._forms[0].Form;

    private static SectionForms Usual(params ReadOnlySpan<string> forms)
    {
        var usual = new SectionForms();
        foreach (string text in forms)
        {
            if (SectionForm.TryParse(text, out var form))
                usual.Learn(form);
        }
        return usual;
    }

    private static bool MayBe(SectionForm form, int sections, bool fits)
    {
        int letters = 0;
        for (int section = 0; section < Math.Min(sections, form.Count); section++)
            letters += form.FirstOf(section) == section ? 1 : 0;
        return (!fits || sections % form.Count == 0) && (sections < 2 || letters > 1) && (sections < 3 || letters < sections);
    }

    private static double Share(FormMemory tune, int opening, int section, int earlier, int end)
    {
        int again = 0, bars = 0;
        for (int place = 0; place < SectionPlan.UsualBars; place++)
        {
            int back = (section - earlier) * SectionPlan.UsualBars, bar = opening + (section * SectionPlan.UsualBars) + place;
            if (bar > end || !(tune.HasNotesIn(bar) || tune.HasNotesIn(bar - back)))
                continue;
            bars++;
            var relation = BarComparison.Relation(tune.NotesOf(bar), tune.NotesOf(bar - back), (long)back * tune.BarTicks);
            again += relation >= BarRelation.Varied ? 1 : 0;
        }
        return bars == 0 ? 0 : (double)again / bars;
    }

    private SectionForm? TryDraw(int sections, double random, bool fits)
    {
        long left = 0;
        foreach (var (form, times) in _forms)
            left += MayBe(form, sections, fits) ? (long)times * form.Count : 0;
        left = (long)(left * random);
        foreach (var (form, times) in _forms)
        {
            if (!MayBe(form, sections, fits))
                continue;
            left -= (long)times * form.Count;
            if (left < 0)
                return form;
        }
        return null;
    }
}
