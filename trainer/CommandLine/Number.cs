using System.Globalization;

namespace ComposerPlugin.Trainer.CommandLine;

/// <summary>The numeric value of an option, with the text as typed; <see cref="NumberAttribute"/> checks it.</summary>
/// <param name="text">The text as typed.</param>
internal sealed class Number(string text)
{
    /// <summary>A default value.</summary>
    public Number(double value)
        : this(value.ToString(CultureInfo.InvariantCulture))
    {
    }

    /// <summary>The text as typed.</summary>
    public string Text => text;

    /// <summary>The value; NaN if the text is not a number.</summary>
    public double Value { get; } =
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value : double.NaN;

    /// <summary>The value of an option that <see cref="NumberAttribute.Whole"/> restricts to whole numbers.</summary>
    public int Count => int.Parse(text, NumberStyles.Integer, CultureInfo.InvariantCulture);
}
