using System.Globalization;

namespace ComposerPlugin.Trainer.Evaluation;

/// <summary>Formats the numbers of a style card.</summary>
internal static class Metric
{
    /// <summary>Rounds to the four decimals of style.json.</summary>
    public static double Rounded(double value) => Math.Round(value, 4);

    /// <summary>Formats for text, with at most three decimals.</summary>
    public static string Text(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}
