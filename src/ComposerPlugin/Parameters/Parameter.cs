using System.Globalization;
using ComposerPlugin.Vst3;

namespace ComposerPlugin;

/// <summary>The declaration of a parameter.</summary>
/// <param name="Id">The id for hosts. Never changes.</param>
/// <param name="Key">The key in saved states. Never changes.</param>
/// <param name="Title">The name shown to the user.</param>
public sealed record Parameter(uint Id, string Key, string Title)
{
    /// <summary>The unit shown after the value.</summary>
    public string Unit { get; init; } = "";

    /// <summary>The lowest plain value.</summary>
    public double Lowest { get; init; }

    /// <summary>The highest plain value.</summary>
    public double Highest { get; init; } = 1;

    /// <summary>The default plain value.</summary>
    public double Default { get; init; }

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

    /// <summary>Parses a text typed by the user, with or without unit, to a normalized value.</summary>
    public bool TryParse(ReadOnlySpan<char> text, out double normalized)
    {
        text = text.Trim();
        for (int i = 0; i < Names.Count; i++)
        {
            if (text.Equals(Names[i], StringComparison.OrdinalIgnoreCase))
            {
                normalized = ToNormalized(i);
                return true;
            }
        }
        for (int i = 0; NameOf is not null && i <= Steps; i++)
        {
            if (text.Equals(NameOf(i), StringComparison.OrdinalIgnoreCase))
            {
                normalized = ToNormalized(i);
                return true;
            }
        }
        if (Unit.Length > 0 && text.EndsWith(Unit, StringComparison.OrdinalIgnoreCase))
            text = text[..^Unit.Length].TrimEnd();
        if (LowestName is not null && text.Equals(LowestName, StringComparison.OrdinalIgnoreCase))
        {
            normalized = 0;
            return true;
        }
        bool isNumber = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double plain) && double.IsFinite(plain);
        normalized = isNumber ? ToNormalized(plain) : 0;
        return isNumber && Names.Count == 0 && NameOf is null;
    }
}
