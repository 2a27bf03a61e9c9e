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
    /// How often phrases ended on each degree, in semitones above the tonic. Keys are the number of bars of the phrase, 0 for the end of a
    /// tune; values have twelve numbers, as "812 0 204 …".
    /// </summary>
    public required IReadOnlyDictionary<string, string> Endings { get; init; }

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
        Endings = form.Endings.Ends.ToDictionary(
            end => Text($"{end.Bars}"), end => string.Join(' ', end.Counts.Select(count => Text($"{count}")))),
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
        foreach (var (bars, counts) in Endings)
            Read(form.Endings, bars, counts);
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

    private static void Read(PhraseEndings endings, string bars, string? counts)
    {
        string[] numbers = (counts ?? "").Split(' ');
        int at = Number(bars, FormHint.PhraseBars);
        if (numbers.Length != PhraseEndings.Degrees || (at > 0 && !PhraseEndings.EndsPhrase(at)))
            throw new FormatException($"\"{bars}\" is not an end of a phrase, or has not twelve counts");
        for (int degree = 0; degree < numbers.Length; degree++)
            endings.Learn(at, degree, Number(numbers[degree], MostTimes));
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
