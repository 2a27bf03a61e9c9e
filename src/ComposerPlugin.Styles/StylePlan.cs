using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using ComposerPlugin.Music;

namespace ComposerPlugin.Styles;

/// <summary>The content of plan.json, the form of a style's music: <see cref="FormStatistics"/> as text.</summary>
public sealed record StylePlan
{
    /// <summary>The name of the file in a style's folder.</summary>
    public const string FileName = "plan.json";

    /// <summary>The version of <see cref="BarReference"/> and of the places; plans of another version are not used.</summary>
    public const int CurrentVersion = 1;

    /// <summary>The <see cref="Dynamics"/> of music in which nearly all notes of a tune have one velocity.</summary>
    public const string Flat = "flat";

    /// <summary>The <see cref="Dynamics"/> of music whose velocities follow the position in the bar, as a program writes them.</summary>
    public const string Accents = "accents";

    /// <summary>The <see cref="Dynamics"/> of music that somebody played.</summary>
    public const string Played = "played";

    // Rarer contexts of two bars are written with one; those of one bar that occur no more than this tell nothing.
    private const int FewestTimes = 40, FewestAlone = 3;

    // A form that a single tune has is that of this tune.
    private const int FewestTunes = 2;

    private const int MostContexts = 1 << 14, MostForms = 1 << 10, MostTimes = 1 << 24;

    private FormStatistics? _statistics;

    /// <summary><see cref="CurrentVersion"/>.</summary>
    public required int Version { get; init; }

    /// <summary>
    /// How often a reference followed in a context. Keys are the place of a bar and the references of one or two bars before, as "5 4= 4=",
    /// the nearest first; values are references and how often each followed, as "4= 812 4~ 204 new 30".
    /// </summary>
    public required IReadOnlyDictionary<string, string> Bars { get; init; }

    /// <summary>
    /// In which part of a bar it differed from the one that it varies: from and to, in eighths of the bar, and how often, as
    /// "4-8 812 6-8 204". Null in plans of before: as in melodies in general.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Variations { get; init; }

    /// <summary>
    /// How often phrases ended on each degree, in semitones above the tonic. Keys are the number of bars of the phrase, 0 for the end of a
    /// tune; values have twelve numbers, as "812 0 204 …".
    /// </summary>
    public required IReadOnlyDictionary<string, string> Endings { get; init; }

    /// <summary>
    /// How many bars breathe (<see cref="PhraseBreaths"/>) of how many. Keys are the number of bars after which they end a line, 0 for bars
    /// that end none; values two numbers, as "204 812". Without it, those of <see cref="General"/> hold.
    /// </summary>
    public IReadOnlyDictionary<string, string>? Breaths { get; init; }

    /// <summary>
    /// Where velocities of the music come from: <see cref="Flat"/>, <see cref="Accents"/> or <see cref="Played"/>; null if unknown.
    /// </summary>
    public string? Dynamics { get; init; }

    /// <summary>
    /// How many tunes have each form in sections of eight bars, as "AABA": 31. Absent in plans of before; then the usual forms are drawn.
    /// </summary>
    public IReadOnlyDictionary<string, int>? Sections { get; init; }

    /// <summary>Unknown keys, preserved when the file is written again.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Unknown { get; set; }

    /// <summary>[any] The form of melodies in general: that of the style Base.</summary>
    public static StylePlan General { get; } = ReadGeneral();

    /// <summary>[any] The statistics; read at the first use.</summary>
    /// <exception cref="FormatException">A key or a value is not valid.</exception>
    [JsonIgnore]
    public FormStatistics Statistics => _statistics ??= Read();

    /// <summary>The text of statistics.</summary>
    public static StylePlan Of(FormStatistics form) => new()
    {
        Version = CurrentVersion,
        Bars = form.Bars.Contexts(FewestTimes).Where(context => context.Counts.Sum() > FewestAlone).ToDictionary(
            context => Text($"{context.Place} {context.Last} {context.Before}").TrimEnd(), context => Followed(context.Counts)),
        Variations = form.Variations.IsEmpty
            ? null
            : string.Join(' ', form.Variations.Spans.OrderByDescending(span => span.Count)
                .Select(span => Text($"{span.Span.First}-{span.Span.End} {span.Count}"))),
        Endings = form.Endings.Ends.ToDictionary(
            end => Text($"{end.Bars}"), end => string.Join(' ', end.Counts.Select(count => Text($"{count}")))),
        Breaths = form.Breaths.Ends.ToDictionary(end => Text($"{end.Bars}"), end => Text($"{end.Long} {end.All}")),
        Sections = form.Sections.Forms.Where(entry => entry.Times >= FewestTunes).OrderByDescending(entry => entry.Times)
            .ThenBy(entry => entry.Form.Text, StringComparer.Ordinal).ToDictionary(entry => entry.Form.Text, entry => entry.Times),
    };

    /// <summary>[any] Writes the plan.json of a folder.</summary>
    /// <param name="folder">The style's folder.</param>
    /// <exception cref="StyleException">The file cannot be written.</exception>
    public void Write(string folder) => StyleWriter.Write(this, folder);

    private FormStatistics Read()
    {
        if (Bars.Count > MostContexts)
            throw new FormatException($"it has more than {MostContexts} contexts");
        var form = new FormStatistics();
        foreach (var (context, followed) in Bars)
            Read(form.Bars, context, followed);
        Read(form.Variations, Variations ?? General.Variations);
        foreach (var (bars, counts) in Endings)
            Read(form.Endings, bars, counts);
        foreach (var (bars, counts) in Breaths ?? General.Breaths ?? new Dictionary<string, string>())
            Read(form.Breaths, bars, counts);
        Read(form.Sections, Sections);
        return form;
    }

    private static StylePlan ReadGeneral()
    {
        using var stream = typeof(StylePlan).Assembly.GetManifestResourceStream(FileName)!;
        return JsonSerializer.Deserialize(stream, StyleJsonContext.Shared.StylePlan)!;
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

    private static string Followed(int[] counts) => string.Join(' ',
        from index in Enumerable.Range(0, counts.Length)
        where counts[index] > 0
        orderby counts[index] descending
        select Text($"{BarReference.At(index)} {counts[index]}"));

    private static BarReference Reference(string name) => BarReference.TryParse(name, out var reference)
        ? reference
        : throw new FormatException($"\"{name}\" is not a reference");

    private static int Number(string text, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number <= most
            ? number
            : throw new FormatException($"\"{text}\" is not a number from 0 to {most}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
