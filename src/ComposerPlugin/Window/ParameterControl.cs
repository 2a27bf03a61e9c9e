using ComposerPlugin.Editor;

namespace ComposerPlugin;

/// <summary>[main] A parameter as the window sees it.</summary>
/// <param name="controller">The instance's controller.</param>
/// <param name="parameter">The parameter.</param>
/// <param name="showMenu">Opens the host's menu for a parameter at a point of the window, in units; false if it has none.</param>
internal sealed class ParameterControl(Controller controller, Parameter parameter, Func<uint, float, float, bool> showMenu) : IControl
{
    private readonly int _index = Parameters.IndexOf(parameter.Id);

    /// <inheritdoc/>
    public string Title => parameter.Title;

    /// <inheritdoc/>
    public string Unit => parameter.Unit;

    /// <inheritdoc/>
    public int Steps => parameter.Steps;

    /// <inheritdoc/>
    public bool IsList => parameter.Names.Count > 0 || parameter.NameOf is not null;

    /// <inheritdoc/>
    public double Default => parameter.ToNormalized(parameter.Default);

    /// <inheritdoc/>
    public double Value => controller.NormalizedAt(_index);

    /// <inheritdoc/>
    public string Format(double value) => parameter.FormatWithUnit(value);

    /// <inheritdoc/>
    public bool TryParse(string text, out double value) => parameter.TryParse(text, out value);

    /// <inheritdoc/>
    public void Begin() => controller.BeginEdit(_index);

    /// <inheritdoc/>
    public void Set(double value) => controller.PerformEdit(_index, value);

    /// <inheritdoc/>
    public void End() => controller.EndEdit(_index);

    /// <inheritdoc/>
    public bool ShowHostMenu(float x, float y) => showMenu(parameter.Id, x, y);
}
