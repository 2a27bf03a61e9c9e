using System.Globalization;

namespace ComposerPlugin.Trainer.Evaluation;

/// <summary>A number of the model card.</summary>
internal static class Metric
{
    /// <summary>With the four digits after the point that all of them have.</summary>
    public static double Rounded(double figure) => Math.Round(figure, 4);

    /// <summary>As it stands in a text: three digits at most.</summary>
    public static string Text(double figure) => figure.ToString("0.###", CultureInfo.InvariantCulture);
}
