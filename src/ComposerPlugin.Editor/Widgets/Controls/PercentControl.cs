using System.Globalization;

namespace ComposerPlugin.Editor;

/// <summary>[main] A parameter whose numbers are factors, shown in percent: 1 is 100 %.</summary>
internal sealed class PercentControl(IControl factor) : IControl
{
    // A typed number without a unit up to this is a factor, as in the host's list: nobody means 1 or 2 %.
    private const double LargestFactor = 2;

    /// <summary>The parameter itself.</summary>
    public IControl Factor => factor;

    /// <inheritdoc/>
    public string Title => factor.Title;

    /// <inheritdoc/>
    public string Unit => "%";

    /// <inheritdoc/>
    public int Steps => factor.Steps;

    /// <inheritdoc/>
    public bool IsList => factor.IsList;

    /// <inheritdoc/>
    public double Default => factor.Default;

    /// <inheritdoc/>
    public double Value => factor.Value;

    /// <inheritdoc/>
    public bool HasHostMenu => factor.HasHostMenu;

    /// <inheritdoc/>
    public string Format(double value)
    {
        string text = factor.Format(value);
        return double.TryParse(text, CultureInfo.InvariantCulture, out double number)
            ? string.Create(CultureInfo.InvariantCulture, $"{100 * number:0.#} %") : text;
    }

    /// <inheritdoc/>
    public bool TryParse(string text, out double value)
    {
        string trimmed = text.Trim();
        bool isPercent = trimmed.EndsWith('%');
        if (!double.TryParse(isPercent ? trimmed[..^1] : trimmed, CultureInfo.InvariantCulture, out double number))
            return factor.TryParse(text, out value);
        if (isPercent || number > LargestFactor)
            number /= 100;
        return factor.TryParse(number.ToString(CultureInfo.InvariantCulture), out value);
    }

    /// <inheritdoc/>
    public void Begin() => factor.Begin();

    /// <inheritdoc/>
    public void Set(double value) => factor.Set(value);

    /// <inheritdoc/>
    public void End() => factor.End();

    /// <inheritdoc/>
    public bool ShowHostMenu(float x, float y) => factor.ShowHostMenu(x, y);
}
