using System.Globalization;
using System.Text.RegularExpressions;
using ComposerPlugin.Host;
using ComposerPlugin.Vst3;

namespace ComposerPlugin.Play;

/// <summary>The controls of a plugin by their titles, and their values by the names that the plugin prints.</summary>
internal static partial class Controls
{
    // A longer list is described by its first and last value.
    private const int MostNames = 33;

    // Values without a meaning, such as the slot of a style that is not installed.
    private const string Empty = "(empty";

    /// <summary>Those that a musician sets.</summary>
    public static IEnumerable<HostedParameter> Shown(HostedPlugin plugin) =>
        plugin.Parameters.Where(parameter => (parameter.Flags & (ParameterFlags.Hidden | ParameterFlags.ReadOnly)) == 0);

    /// <summary>Finds a control by its title, its short title, or its title without what is in brackets, in any case.</summary>
    /// <exception cref="FormatException">There is none.</exception>
    public static HostedParameter Find(HostedPlugin plugin, string option, string title) =>
        Shown(plugin).FirstOrDefault(parameter => Names(parameter).Contains(title, StringComparer.OrdinalIgnoreCase))
        ?? throw new FormatException($"{option} {title}: there is no such control. There are: "
            + $"{string.Join(", ", Shown(plugin).Select(parameter => parameter.Title))}.");

    /// <summary>
    /// The normalized value of a text: a name of the list, a number inside the range, or, for lists, an index from 0.
    /// </summary>
    /// <exception cref="FormatException">The control has no such value.</exception>
    public static double Normalize(HostedPlugin plugin, HostedParameter control, ControlSetting setting)
    {
        bool isList = control.Flags.HasFlag(ParameterFlags.List);
        double? number = LeadingNumber().Match(setting.Text) is { Success: true } match
            ? double.Parse(match.Value.Replace(',', '.'), CultureInfo.InvariantCulture)
            : null;
        bool isInside = isList || number is null || (number >= plugin.ToPlain(control.Id, 0) && number <= plugin.ToPlain(control.Id, 1));
        if (isInside && plugin.TryParse(control.Id, setting.Text, out double normalized))
            return normalized;
        if (isList && int.TryParse(setting.Text, NumberStyles.None, CultureInfo.InvariantCulture, out int index)
            && index <= control.StepCount)
            return (double)index / control.StepCount;
        throw new FormatException($"{setting.Option} {Assignment(setting)}: choose {Values(plugin, control)}.");
    }

    /// <summary>The values of a control in words.</summary>
    public static string Values(HostedPlugin plugin, HostedParameter control)
    {
        string text(double normalized) => plugin.Format(control.Id, normalized);
        if (!control.Flags.HasFlag(ParameterFlags.List) && control.StepCount != 1)
            return Range(plugin, control, text);
        List<string> names = [.. Enumerable.Range(0, control.StepCount + 1).Select(step => text((double)step / control.StepCount))
            .Where(name => !name.StartsWith(Empty, StringComparison.Ordinal))];
        return names.Count <= MostNames ? string.Join(", ", names) : $"{names[0]} … {names[^1]} ({names.Count} values)";
    }

    private static string Range(HostedPlugin plugin, HostedParameter control, Func<double, string> text)
    {
        string plain(double normalized) => plugin.ToPlain(control.Id, normalized).ToString("0.##", CultureInfo.InvariantCulture);
        string range = $"{plain(0)} to {plain(1)}";
        if (control.Units.Length > 0)
            range += $" {control.Units}";
        return char.IsLetter(text(0), 0) ? $"{text(0)}, or {range}" : range;
    }

    // --grid 1/7, but --set Mode=Waltz.
    private static string Assignment(ControlSetting setting) =>
        setting.Option is "--set" or "--move" ? $"{setting.Title}={setting.Text}" : setting.Text;

    private static string[] Names(HostedParameter parameter) =>
        [parameter.Title, parameter.ShortTitle, parameter.Title.Split(" (")[0]];

    [GeneratedRegex(@"^[-+−]?\d+([.,]\d+)?")]
    private static partial Regex LeadingNumber();
}
