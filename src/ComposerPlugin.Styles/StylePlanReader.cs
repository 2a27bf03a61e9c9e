using System.Globalization;
using ComposerPlugin.Music;

namespace ComposerPlugin.Styles;

/// <summary>Reads the statistics of a <see cref="StylePlan"/>.</summary>
internal static class StylePlanReader
{
    private const int MostContexts = 1 << 14, MostForms = 1 << 10, MostTimes = 1 << 24;

    /// <summary>The statistics of a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <exception cref="FormatException">A key or a value is not valid.</exception>
    public static FormStatistics Read(StylePlan plan)
    {
        if (plan.Bars.Count > MostContexts)
            throw new FormatException($"it has more than {MostContexts} contexts");
        var form = new FormStatistics();
        foreach (var (context, followed) in plan.Bars)
            Read(form.Bars, context, followed);
        Read(form.Variations, plan.Variations ?? StylePlan.General.Variations);
        foreach (var (bars, counts) in plan.Endings)
            Read(form.Endings, bars, counts);
        foreach (var (bars, counts) in plan.Breaths ?? StylePlan.General.Breaths ?? new Dictionary<string, string>())
            Read(form.Breaths, bars, counts);
        Read(form.Sections, plan.Sections);
        foreach (var (at, counts) in plan.Approaches ?? new Dictionary<string, string>())
            Read(form.Approaches, at, counts);
        foreach (var (mode, weights) in plan.Keys ?? new Dictionary<string, string>())
            Read(form.Keys, mode, weights);
        Read(form.Tunes, plan.Tunes);
        return form;
    }

    private static void Read(BarChain bars, string context, string? followed)
    {
        string[] words = context.Split(' '), next = (followed ?? "").Split(' ');
        if (words.Length is not (2 or 3) || next.Length % 2 != 0)
            throw new FormatException($"\"{context}\" is not a place and one or two references, or has no counts");
        int place = Number(words[0], FormHint.Places - 1);
        var last = Reference(words[1]);
        BarReference? before = words.Length > 2 ? Reference(words[2]) : null;
        for (int i = 0; i < next.Length; i += 2)
            bars.Learn(place, last, before, Reference(next[i]), Number(next[i + 1], MostTimes));
    }

    private static void Read(BarVariations variations, string? spans)
    {
        if (string.IsNullOrEmpty(spans))
            return;
        string[] words = spans.Split(' ');
        if (words.Length % 2 != 0)
            throw new FormatException("its variations have no counts");
        for (int i = 0; i < words.Length; i += 2)
        {
            string[] ends = words[i].Split('-');
            int first = Number(ends[0], BarSpan.Parts - 1), end = ends.Length == 2 ? Number(ends[1], BarSpan.Parts) : 0;
            if (end <= first)
                throw new FormatException($"\"{words[i]}\" is no part of a bar");
            variations.Learn(new(first, end), Number(words[i + 1], MostTimes));
        }
    }

    private static void Read(PhraseEndings endings, string bars, string? counts)
    {
        string[] numbers = (counts ?? "").Split(' ');
        int at = Number(bars, FormHint.PhraseBars);
        if (numbers.Length != PhraseEndings.Degrees || (at > 0 && !PhraseEndings.EndsPhrase(at)))
            throw new FormatException($"\"{bars}\" is not an end of a phrase, or has not twelve counts");
        for (int degree = 0; degree < numbers.Length; degree++)
            endings.Learn(at, degree, Number(numbers[degree], MostTimes));
    }

    private static void Read(PhraseBreaths breaths, string bars, string? counts)
    {
        string[] numbers = (counts ?? "").Split(' ');
        int at = Number(bars, FormHint.PhraseBars);
        if (numbers.Length != 2 || (at != PhraseBreaths.Within && !PhraseEndings.EndsPhrase(at)))
            throw new FormatException($"\"{bars}\" is not an end of a phrase, or has not two counts");
        int all = Number(numbers[1], MostTimes);
        breaths.Learn(at, Number(numbers[0], all), all);
    }

    private static void Read(SectionForms sections, IReadOnlyDictionary<string, int>? forms)
    {
        if (forms?.Count > MostForms)
            throw new FormatException($"it has more than {MostForms} forms");
        foreach (var (letters, tunes) in forms ?? new Dictionary<string, int>())
        {
            if (!SectionForm.TryParse(letters, out var form) || form.Count > SectionForms.MostSections)
                throw new FormatException($"\"{letters}\" is not a form of 1 to {SectionForms.MostSections} sections");
            if (tunes is < 0 or > MostTimes)
                throw new FormatException($"the form \"{letters}\" has a number of tunes that is not from 0 to {MostTimes}");
            sections.Learn(form, tunes);
        }
    }

    private static void Read(CadenceApproaches approaches, string at, string? counts)
    {
        string[] words = at.Split(' '), numbers = (counts ?? "").Split(' ');
        int parts = words.Length == 2 ? Number(words[1], CadenceApproaches.Parts) : 0;
        if (parts == 0 || numbers.Length != PhraseEndings.Degrees)
            throw new FormatException($"\"{at}\" is not a degree and a distance, or has not twelve counts");
        int rest = Number(words[0], PhraseEndings.Degrees - 1);
        for (int degree = 0; degree < numbers.Length; degree++)
            approaches.Learn(rest, parts, degree, Number(numbers[degree], MostTimes));
    }

    private static void Read(KeyProfiles keys, string mode, string? weights)
    {
        string[] numbers = (weights ?? "").Split(' ');
        if (mode is not (StylePlan.Major or StylePlan.Minor) || numbers.Length != PhraseEndings.Degrees)
            throw new FormatException($"\"{mode}\" is not major or minor, or has not twelve numbers");
        for (int degree = 0; degree < numbers.Length; degree++)
            keys.Learn(mode == StylePlan.Minor ? 1 : 0, degree, Number(numbers[degree], MostTimes));
    }

    private static void Read(TuneForms tunes, IReadOnlyList<string>? forms)
    {
        if (forms?.Count > MostForms)
            throw new FormatException($"it has more than {MostForms} tunes");
        foreach (string text in forms ?? [])
            tunes.Learn(TuneForm.TryParse(text, out var form) ? form : throw new FormatException($"\"{text}\" is not the form of a tune"));
    }

    private static BarReference Reference(string name) => BarReference.TryParse(name, out var reference)
        ? reference
        : throw new FormatException($"\"{name}\" is not a reference");

    private static int Number(string text, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number <= most
            ? number
            : throw new FormatException($"\"{text}\" is not a number from 0 to {most}");
}
