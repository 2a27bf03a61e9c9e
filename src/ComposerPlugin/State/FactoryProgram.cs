using ComposerPlugin.Styles;

namespace ComposerPlugin;

/// <summary>A program that comes with a style: a name and the controls' values.</summary>
/// <param name="Name">What the musician reads.</param>
/// <param name="Style">The id of the style it is for; null: whichever is loaded.</param>
/// <param name="Plain">The controls' plain values by key; what is not named goes to its default.</param>
public sealed record FactoryProgram(string Name, string? Style, IReadOnlyDictionary<string, double> Plain)
{
    /// <summary>The plain value that it gives a control; null where it leaves the control as it is.</summary>
    public double? ValueOf(Parameter parameter)
    {
        if (parameter == Parameters.Style)
            return Style is null ? null : StylePaths.PresetOrder.Contains(Style) ? StylePaths.PresetOrder.ToList().IndexOf(Style) : SlotOf(Style);
        return !parameter.IsInPrograms ? null : Plain.TryGetValue(parameter.Key, out double value) ? value : parameter.Default;
    }

    private static double? SlotOf(string style) => StylePaths.Slot(style) is var slot and < StyleCatalog.AsSaved ? slot : null;

    /// <summary>[main] The state of an instance in which the program was chosen.</summary>
    public PluginState ToState()
    {
        var state = PluginState.Empty();
        state.Style = Style;
        state.Program = Name;
        state.SetParameters(Plain);
        return state;
    }
}
