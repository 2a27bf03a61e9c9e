using ComposerPlugin.Styles;
using ComposerPlugin.Trainer.CommandLine;
using ComposerPlugin.Trainer.Onnx;
using ComposerPlugin.Trainer.Styles;

namespace ComposerPlugin.Trainer.Commands;

/// <summary>Derives the same style with weights of 16 bits, half the size: <c>export --from STYLE --half</c>.</summary>
internal static class HalfExport
{
    /// <summary>Writes the style.</summary>
    /// <param name="from">The folder of the source style.</param>
    /// <param name="folder">The folder to write.</param>
    /// <param name="card">The new style's description and controls.</param>
    /// <returns>The largest difference of a probability.</returns>
    /// <exception cref="BadInputException">The style's type does not support 16 bits, or the style cannot be read.</exception>
    public static double Write(string from, string folder, StyleCard card)
    {
        StyleFolder.CheckIsAnother(folder, from);
        var style = StyleFile.Read(from);
        if (style.Type is ModelType.Vae or ModelType.Gan)
        {
            throw new BadInputException(
                $"{from}: --half works on lstm, gru, transformer and ensemble styles, and this is a {style.Type}; use it as it is.");
        }
        return StyleFolder.Replace(
            folder, card.ApplyTo(style, folder, style.Name), unproved => HalfWeights.WriteAndCheck(from, unproved, style.Graphs));
    }

    /// <summary>The line that reports success.</summary>
    public static string Report(string folder, double worst) =>
        $"style written to {folder}; its probabilities differ from those with weights of 32 bits by at most {worst:G2}";
}
