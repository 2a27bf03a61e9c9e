namespace ComposerPlugin.Trainer.Evaluation;

/// <summary>A number of the model card.</summary>
internal static class Figure
{
    /// <summary>With the four digits after the point that all of them have.</summary>
    public static double Rounded(double figure) => Math.Round(figure, 4);
}
