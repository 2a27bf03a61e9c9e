using ComposerPlugin.Styles;

namespace ComposerPlugin;

/// <summary>A program of a style: a name and parameter values.</summary>
/// <param name="Name">The name, which a project stores.</param>
/// <param name="Style">The id of its style; null keeps the current style.</param>
/// <param name="Plain">Plain parameter values by key; other parameters get their defaults.</param>
public sealed record FactoryProgram(string Name, string? Style, IReadOnlyDictionary<string, double> Plain)
{
    /// <summary>
    /// The name in the host's list: after that of its style, because hosts sort the list.
    /// </summary>
    public string Title => Name != FactoryPrograms.DefaultName && Style is not null && StylePaths.Catalog.Current.Find(Style) is { } style
        ? $"{style.Name}: {Name}"
        : Name;

    /// <summary>The plain value that the program sets; null if it does not set the parameter.</summary>
    public double? ValueOf(Parameter parameter)
    {
        if (parameter == Parameters.Style)
        {
            return Style is null ? null
                : StylePaths.PresetOrder.Contains(Style) ? StylePaths.PresetOrder.ToList().IndexOf(Style)
                : SlotOf(Style);
        }
        return !parameter.IsInPrograms ? null : Plain.TryGetValue(parameter.Key, out double value) ? value : parameter.Default;
    }

    private static double? SlotOf(string style) => StylePaths.Slot(style) is var slot and < StyleCatalog.AsSaved ? slot : null;

    /// <summary>[main] The state of an instance with this program.</summary>
    public PluginState ToState()
    {
        var state = PluginState.Empty();
        state.Style = Style;
        state.Program = Name;
        // A state that lacks one of them was saved by a version without it (Parameter.Before).
        state.SetParameters(Parameters.All.Where(parameter => parameter.IsInPrograms && parameter != Parameters.Style)
            .Select(parameter => KeyValuePair.Create(parameter.Key, ValueOf(parameter)!.Value)));
        return state;
    }
}
