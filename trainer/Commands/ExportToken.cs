using System.Text.Json;
using ComposerPlugin.Styles;
using ComposerPlugin.Trainer.CommandLine;
using ComposerPlugin.Trainer.Corpus;
using ComposerPlugin.Trainer.Data;
using ComposerPlugin.Trainer.Models;
using ComposerPlugin.Trainer.Onnx;
using ComposerPlugin.Trainer.Styles;
using ComposerPlugin.Trainer.Training;

namespace ComposerPlugin.Trainer.Commands;

/// <summary>What <c>export --from</c> does: of a style whose model knows several sources by a token, the one that plays another of them.</summary>
internal static class ExportToken
{
    /// <summary>Writes the style.</summary>
    /// <param name="from">The folder of the style that is there.</param>
    /// <param name="folder">The folder of the new one.</param>
    /// <param name="token">The source that it is to play.</param>
    /// <param name="card">What it says about itself.</param>
    /// <param name="data">A data set of that source, whose range and meters it shall have; null for those of all sources.</param>
    /// <returns>By how much its graphs differ from the model at most.</returns>
    /// <exception cref="BadInputException">The style's model has no such token, or cannot be read back.</exception>
    public static double Write(string from, string folder, string token, StyleCard card, string? data)
    {
        StyleFolder.CheckIsAnother(folder, from);
        var style = StyleFile.Read(from);
        var (config, basis) = PretrainedModel.Read(style, from);
        using var read = basis;
        config.CheckToken(token, from);
        config = config with { Style = token };
        using var model = ModelTypes.Copy(basis, style.Type, config);
        model.eval();
        return StyleFolder.Replace(folder, Told(style, folder, config, card, data), unproved => GraphProof.WriteAndCheck(model, style.Type, unproved));
    }

    private static StyleFile Told(StyleFile style, string folder, TrainConfig config, StyleCard card, string? data)
    {
        var training = style.Training! with { Unknown = new Dictionary<string, JsonElement>(style.Training.Unknown!) { [TrainConfig.StyleKey] = JsonSerializer.SerializeToElement(config, TrainConfig.Json) } };
        var told = card.ApplyTo(style, folder, $"{style.Name}: {config.Style}") with { Training = training };
        if (data is null)
            return told;
        var corpus = CorpusFacts.FromTunes(DataSet.Read(data).Train);
        return told with
        {
            Meters = corpus.Meters,
            PitchRange = new() { Lowest = corpus.LowestPitch, Highest = corpus.HighestPitch },
            Polyphony = corpus.Polyphony,
            MeanVelocity = corpus.MeanVelocity,
        };
    }
}
