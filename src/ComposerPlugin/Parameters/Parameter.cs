using System.Globalization;
using ComposerPlugin.Vst3;

namespace ComposerPlugin;

/// <summary>The declaration of a parameter.</summary>
/// <param name="Id">The id for hosts. Never changes.</param>
/// <param name="Key">The key in saved states. Never changes.</param>
/// <param name="Title">The name shown to the user.</param>
public sealed record Parameter(uint Id, string Key, string Title)
{
    /// <summary>The most letters of a <see cref="ShortTitle"/>.</summary>
    public const int ShortLength = 12;

    private const int PitchClasses = 12;

    private readonly string? _shortTitle;

    /// <summary>The name for narrow places, such as the display of a control surface: at most <see cref="ShortLength"/> letters.</summary>
    public string ShortTitle
    {
        get => _shortTitle ?? Title;
        init => _shortTitle = value;
    }

    /// <summary>
    /// The title for hosts of a list of two names, which they show as a switch: what is true where it is on; otherwise null.
    /// </summary>
    public string? SwitchTitle { get; init; }

    /// <summary>What its names are, if they are notes.</summary>
    public NoteNaming Notes { get; init; }

    /// <summary>The unit shown after the value.</summary>
    public string Unit { get; init; } = "";

    /// <summary>The lowest plain value.</summary>
    public double Lowest { get; init; }

    /// <summary>The highest plain value.</summary>
    public double Highest { get; init; } = 1;

    /// <summary>The default plain value.</summary>
    public double Default { get; init; }

    /// <summary>
    /// The plain value in states that lack it, which an earlier version has saved: with it, their takes sound as they did. Null: the
    /// default.
    /// </summary>
    public double? Before { get; init; }

    /// <summary>The number of values minus 1; 0 for a continuous parameter.</summary>
    public int Steps { get; init; }

    /// <summary>The names of the values of a list parameter; otherwise empty.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>Returns the name of a plain value, for lists whose names may change; otherwise null.</summary>
    public Func<int, string>? NameOf { get; init; }

    /// <summary>The name of the lowest value if it has a special meaning; otherwise null.</summary>
    public string? LowestName { get; init; }

    /// <summary>The VST3 flags.</summary>
    public ParameterFlags Flags { get; init; } = ParameterFlags.CanAutomate;

    /// <summary>The group (VST3 unit) in which hosts show it.</summary>
    public ParameterGroup Group { get; init; }

    /// <summary>Whether a project stores its value.</summary>
    public bool IsSaved { get; init; } = true;

    /// <summary>Whether a program sets it. Parameters of the track, such as channel and bypass, keep their values.</summary>
    public bool IsInPrograms { get; init; } = true;

    /// <summary>Whether the plugin resets it to its first value after a change.</summary>
    public bool SpringsBack { get; init; }

    /// <summary>Creates a trigger: an Off/On parameter that acts on the change to On and is reset by the plugin.</summary>
    public static Parameter CreateTrigger(uint id, string key, string title) => CreateList(id, key, title, 0, "Off", "On") with
    {
        Flags = ParameterFlags.CanAutomate,
        Group = ParameterGroup.Takes,
        SpringsBack = true,
        IsSaved = false,
        IsInPrograms = false,
    };

    /// <summary>Creates a list parameter with a name for each value.</summary>
    public static Parameter CreateList(uint id, string key, string title, int defaultValue, params IReadOnlyList<string> names) =>
        new(id, key, title)
        {
            Highest = names.Count - 1,
            Default = defaultValue,
            Steps = names.Count - 1,
            Names = names,
            Flags = ParameterFlags.CanAutomate | ParameterFlags.List,
        };

    /// <summary>The plain value of a normalized one, rounded down to a step if there are steps.</summary>
    public double ToPlain(double normalized)
    {
        double within = Math.Clamp(normalized, 0, 1);
        if (Steps > 0)
            within = Math.Min(Math.Floor(within * (Steps + 1)), Steps) / Steps;
        return Lowest + (within * (Highest - Lowest));
    }

    /// <summary>The normalized value of a plain one, clamped to the range.</summary>
    public double ToNormalized(double plain) => Highest > Lowest ? (Math.Clamp(plain, Lowest, Highest) - Lowest) / (Highest - Lowest) : 0;

    /// <summary>The text of a normalized value, without unit.</summary>
    public string Format(double normalized)
    {
        double plain = ToPlain(normalized);
        if (LowestName is not null && plain == Lowest)
            return LowestName;
        if (NameOf is not null)
            return NameOf((int)Math.Round(plain));
        return Names.Count > 0 ? Names[(int)Math.Round(plain)] : plain.ToString("0.##", CultureInfo.InvariantCulture);
    }

    /// <summary>
    /// The text of a normalized value for a musician: with the unit after a number, and "1 bar" in the singular.
    /// </summary>
    public string FormatWithUnit(double normalized)
    {
        string text = Format(normalized);
        bool isNumber = Unit.Length > 0 && double.TryParse(text, CultureInfo.InvariantCulture, out _);
        return isNumber ? $"{text} {(Math.Abs(ToPlain(normalized)) == 1 && Unit.EndsWith('s') ? Unit[..^1] : Unit)}" : text;
    }

    /// <summary>
    /// The text of a normalized value for hosts, which show <see cref="HostUnit"/> after it. Hosts show a list of two names as a switch
    /// without them.
    /// </summary>
    public string FormatForHost(double normalized) =>
        SwitchTitle is not null ? ToPlain(normalized) == Lowest ? "Off" : "On"
        : HostUnit == Unit ? Format(normalized) : FormatWithUnit(normalized);

    /// <summary>
    /// The unit that hosts show after every value: none if it would be wrong after some, as in "1 bars" and "Off dB"; then it is in the
    /// text.
    /// </summary>
    public string HostUnit => LowestName is not null || Unit.EndsWith('s') ? "" : Unit;

    /// <summary>
    /// Parses a text typed by the user, with or without unit, to a normalized value. Names may be written in any case, notes with sharps or
    /// flats or as MIDI note numbers, numbers with a decimal comma and a printed minus sign.
    /// </summary>
    public bool TryParse(ReadOnlySpan<char> text, out double normalized)
    {
        string typed = TypedText.Clean(text);
        double? plain = PlainOfName(typed) ?? PlainOfName(new(WithoutUnit(typed)))
            ?? PlainOfNote(typed) ?? PlainOfSwitch(typed) ?? PlainOfNumber(typed);
        normalized = plain is { } value ? ToNormalized(value) : 0;
        return plain is not null;
    }

    private double? PlainOfName(string typed)
    {
        for (int i = 0; i <= Steps && (Names.Count > 0 || NameOf is not null); i++)
        {
            if (typed.Equals(NameOf is not null ? NameOf(i) : Names[i], StringComparison.OrdinalIgnoreCase))
                return i;
        }
        if (OnlyNameEnding($": {typed}") is { } named)
            return named;
        // "auto" for "Automatic".
        bool isLowest = LowestName is not null && typed.Length >= 3 && LowestName.StartsWith(typed, StringComparison.OrdinalIgnoreCase);
        return isLowest ? Lowest : null;
    }

    // The name of a program without that of its style, if no other style has one of that name.
    private double? OnlyNameEnding(string end)
    {
        int found = -1;
        for (int i = 0; i < Names.Count; i++)
        {
            if (!Names[i].EndsWith(end, StringComparison.OrdinalIgnoreCase))
                continue;
            if (found >= 0)
                return null;
            found = i;
        }
        return found < 0 ? null : found;
    }

    private double? PlainOfNote(string typed) => Notes switch
    {
        NoteNaming.Pitches when TypedText.TryReadPitch(typed, out int pitch) && pitch >= Lowest && pitch <= Highest => pitch,
        NoteNaming.Classes when TypedText.TryReadPitchClass(typed, out int semitones, out var rest) && rest.IsEmpty =>
            (semitones + PitchClasses) % PitchClasses,
        _ => null,
    };

    private double? PlainOfSwitch(string typed) => Steps != 1 ? null : typed.ToUpperInvariant() switch
    {
        "ON" or "YES" or "TRUE" or "1" => Highest,
        "OFF" or "NO" or "FALSE" or "0" => Lowest,
        _ => null,
    };

    private double? PlainOfNumber(string typed)
    {
        var number = WithoutUnit(typed);
        if (Names.Count > 0 || NameOf is not null)
            return OnlyNameWith(number);
        bool isWhole = Steps > 0 && Steps == Highest - Lowest;
        return TypedText.TryReadNumber(number, isWhole, out double plain) ? plain : null;
    }

    // "4" for "4 bars", if no other name begins with that number.
    private double? OnlyNameWith(ReadOnlySpan<char> number)
    {
        if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int value))
            return null;
        string begin = $"{value} ";
        int found = -1;
        for (int i = 0; i < Names.Count; i++)
        {
            if (!Names[i].StartsWith(begin, StringComparison.Ordinal))
                continue;
            if (found >= 0)
                return null;
            found = i;
        }
        return found < 0 ? null : found;
    }

    private ReadOnlySpan<char> WithoutUnit(ReadOnlySpan<char> typed)
    {
        foreach (string unit in (ReadOnlySpan<string>)[Unit, Unit.TrimEnd('s')])
        {
            if (unit.Length > 0 && typed.EndsWith(unit, StringComparison.OrdinalIgnoreCase))
                return typed[..^unit.Length].TrimEnd();
        }
        return typed;
    }
}
