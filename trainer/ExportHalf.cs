using ComposerPlugin.Models;
using ComposerPlugin.Trainer.Onnx;
using ComposerPlugin.Trainer.Training;

namespace ComposerPlugin.Trainer;

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
        if (Path.GetFullPath(from) == Path.GetFullPath(folder))
            throw new BadInputException($"{folder}: a style cannot take the place of the one that it is made from; give another --out.");
        var style = StyleFile.Read(from);
        if (style.Kind is ModelKind.Vae or ModelKind.Gan)
            throw new BadInputException($"{from}: --half is for styles of kind lstm, gru, transformer and ensemble, and this one is of kind {style.Kind}; leave it as it is.");
        var half = style with
        {
            Id = StyleFolder.IdOf(folder),
            Name = card.Name ?? style.Name,
            Description = card.Description ?? style.Description,
            Author = card.Author ?? style.Author,
            Licence = card.Licence ?? style.Licence,
            Evaluation = null,
        };
        return StyleFolder.Replace(folder, half, unproved => HalfWeights.WriteAndCheck(from, unproved, style.Graphs));
    }
}
