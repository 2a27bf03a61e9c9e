using ComposerPlugin.Styles;
using ComposerPlugin.Trainer.CommandLine;
using ComposerPlugin.Trainer.Onnx;
using ComposerPlugin.Trainer.Styles;

namespace ComposerPlugin.Trainer.Commands;

/// <summary>What <c>export --from STYLE --half</c> does: the same style with weights of 16 bits, half as large.</summary>
internal static class ExportHalf
{
    /// <summary>Writes the style.</summary>
    /// <param name="from">The folder of the style that is there.</param>
    /// <param name="folder">The folder of the new one.</param>
    /// <param name="card">What it says about itself.</param>
    /// <returns>The largest difference of a probability.</returns>
    /// <exception cref="BadInputException">The style is of a kind that has no half, or cannot be read.</exception>
    public static double Write(string from, string folder, StyleCard card)
    {
        StyleFolder.CheckIsAnother(folder, from);
        var style = StyleFile.Read(from);
        if (style.Type is ModelType.Vae or ModelType.Gan)
            throw new BadInputException($"{from}: --half is for styles of kind lstm, gru, transformer and ensemble, and this one is of kind {style.Type}; leave it as it is.");
        return StyleFolder.Replace(folder, card.ApplyTo(style, folder, style.Name), unproved => HalfWeights.WriteAndCheck(from, unproved, style.Graphs));
    }
}
