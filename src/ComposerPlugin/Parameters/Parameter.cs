using System.Globalization;
using ComposerPlugin.Vst3;

namespace ComposerPlugin;

/// <summary>One control: everything that a host, a project and a musician need to know of it.</summary>
/// <param name="Id">The number by which hosts know it. Never changes.</param>
/// <param name="Key">The word by which a saved state knows it. Never changes.</param>
/// <param name="Title">What the musician reads.</param>
public sealed record Parameter(uint Id, string Key, string Title)
{
    /// <summary>The unit shown after the value.</summary>
    public string Unit { get; init; } = "";

    /// <summary>The lowest plain value.</summary>
    public double Lowest { get; init; }

    /// <summary>The highest plain value.</summary>
    public double Highest { get; init; } = 1;

    /// <summary>The plain value at the start.</summary>
    public double Default { get; init; }

    /// <summary>How many steps lie between lowest and highest; 0 when every value is possible.</summary>
    public int Steps { get; init; }

    /// <summary>The names of the values, when each has one.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>Names a plain value, when each has a name that may change; null where names are fixed.</summary>
    public Func<int, string>? NameOf { get; init; }

    /// <summary>What the lowest value is called, where it means something of its own; null where it is a number like the others.</summary>
    public string? LowestName { get; init; }

    /// <summary>What hosts may do with it.</summary>
    public ParameterFlags Flags { get; init; } = ParameterFlags.CanAutomate;

    /// <summary>Where hosts that show groups show it.</summary>
    public ParameterGroup Group { get; init; }

    /// <summary>Whether a project keeps its value.</summary>
    public bool IsSaved { get; init; } = true;

    /// <summary>Whether choosing a program sets it; what belongs to the track rather than to the music stays.</summary>
    public bool IsInPrograms { get; init; } = true;

    /// <summary>Whether the plugin itself sets it back to its first value.</summary>
    public bool SpringsBack { get; init; }

    /// <summary>A control that does something when it goes on, and springs back.</summary>
    public static Parameter OfTrigger(uint id, string key, string title) => OfNames(id, key, title, 0, "Off", "On") with
    {
        Flags = ParameterFlags.CanAutomate,
        Group = ParameterGroup.Takes,
        SpringsBack = true,
        IsSaved = false,
        IsInPrograms = false,
    };

    /// <summary>A control with a name for each value.</summary>
    public static Parameter OfNames(uint id, string key, string title, int standard, params IReadOnlyList<string> names) => new(id, key, title)
    {
        Highest = names.Count - 1,
        Default = standard,
        Steps = names.Count - 1,
        Names = names,
        Flags = ParameterFlags.CanAutomate | ParameterFlags.List,
    };

    /// <summary>The plain value of a normalized one: on a step where there are steps.</summary>
    public double ToPlain(double normalized)
    {
        double within = Math.Clamp(normalized, 0, 1);
        if (Steps > 0)
            within = Math.Min(Math.Floor(within * (Steps + 1)), Steps) / Steps;
        return Lowest + (within * (Highest - Lowest));
    }

    /// <summary>The normalized value of a plain one.</summary>
    public double ToNormalized(double plain) => Highest > Lowest ? (Math.Clamp(plain, Lowest, Highest) - Lowest) / (Highest - Lowest) : 0;

    /// <summary>The text of a normalized value, without the unit.</summary>
    public string Format(double normalized)
    {
        double plain = ToPlain(normalized);
        if (LowestName is not null && plain == Lowest)
            return LowestName;
        if (NameOf is not null)
            return NameOf((int)Math.Round(plain));
        return Names.Count > 0 ? Names[(int)Math.Round(plain)] : plain.ToString("0.##", CultureInfo.InvariantCulture);
    }

    /// <summary>The normalized value that a typed text means; false if it means none.</summary>
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
