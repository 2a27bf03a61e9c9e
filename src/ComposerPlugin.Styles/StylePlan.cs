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

    /// <summary>The names of modes in <see cref="Keys"/>.</summary>
    public const string Major = "major", Minor = "minor";

    // Rarer contexts of two bars are written with one; those of one bar that occur no more than this tell nothing.
    private const int FewestTimes = 40, FewestAlone = 3;

    // A form that a single tune has is that of this tune.
    private const int FewestTunes = 2;

    // As many tunes show the forms of a kind of music; of more, these are chosen evenly.
    private const int MostTunes = 500;

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

    /// <summary>
    /// How often each degree stood before a note on which a line rests. Keys are the degree of that note and the distance in eighths of a
    /// bar, as "0 2"; values have twelve numbers (<see cref="Endings"/>). Absent in plans of before; then lines end unprepared.
    /// </summary>
    public IReadOnlyDictionary<string, string>? Approaches { get; init; }

    /// <summary>
    /// How much the music uses each degree of its keys (<see cref="KeyProfiles"/>): for <see cref="Major"/> and <see cref="Minor"/> twelve
    /// numbers. Absent in plans of before; then the key of a phrase is that of the <see cref="KeyTracker"/>.
    /// </summary>
    public IReadOnlyDictionary<string, string>? Keys { get; init; }

    /// <summary>
    /// The forms of single tunes (<see cref="TuneForm"/>), as "new 2r 2~ new |7+0 4= 4= 2~ new |0,+3". Absent in plans of before; then
    /// answers are planned by <see cref="Bars"/> alone.
    /// </summary>
    public IReadOnlyList<string>? Tunes { get; init; }

    /// <summary>Unknown keys, preserved when the file is written again.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Unknown { get; set; }

    /// <summary>[any] The form of melodies in general: that of the style Base.</summary>
    public static StylePlan General { get; } = ReadGeneral();

    /// <summary>[any] The statistics; read at the first use.</summary>
    /// <exception cref="FormatException">A key or a value is not valid.</exception>
    [JsonIgnore]
    public FormStatistics Statistics => _statistics ??= StylePlanReader.Read(this);

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
        Approaches = form.Approaches.All.ToDictionary(
            at => Text($"{at.Degree} {at.Parts}"), at => string.Join(' ', at.Counts.Select(count => Text($"{count}")))),
        Keys = form.Keys.IsEmpty ? null : new Dictionary<string, string>
        {
            [Major] = string.Join(' ', form.Keys.Weights(0).ToArray().Select(weight => Text($"{weight}"))),
            [Minor] = string.Join(' ', form.Keys.Weights(1).ToArray().Select(weight => Text($"{weight}"))),
        },
        Tunes = [.. Chosen(form.Tunes.Forms).Select(tune => tune.ToString())],
    };

    /// <summary>[any] Writes the plan.json of a folder.</summary>
    /// <param name="folder">The style's folder.</param>
    /// <exception cref="StyleException">The file cannot be written.</exception>
    public void Write(string folder) => StyleWriter.Write(this, folder);

    private static StylePlan ReadGeneral()
    {
        using var stream = typeof(StylePlan).Assembly.GetManifestResourceStream(FileName)!;
        return JsonSerializer.Deserialize(stream, StyleJsonContext.Shared.StylePlan)!;
    }

    private static IEnumerable<TuneForm> Chosen(IReadOnlyList<TuneForm> forms)
    {
        int count = Math.Min(forms.Count, MostTunes);
        return Enumerable.Range(0, count).Select(i => forms[(int)((long)i * forms.Count / count)]);
    }

    private static string Followed(int[] counts) => string.Join(' ',
        from index in Enumerable.Range(0, counts.Length)
        where counts[index] > 0
        orderby counts[index] descending
        select Text($"{BarReference.At(index)} {counts[index]}"));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
