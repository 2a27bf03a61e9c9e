using System.Text.Json;
using ComposerPlugin.Styles;
using ComposerPlugin.Trainer.CommandLine;
using ComposerPlugin.Trainer.Configuration;
using ComposerPlugin.Trainer.Corpus;
using ComposerPlugin.Trainer.Data;
using ComposerPlugin.Trainer.Models;
using ComposerPlugin.Trainer.Proof;
using ComposerPlugin.Trainer.Styles;
using ComposerPlugin.Trainer.Training;

namespace ComposerPlugin.Trainer.Commands;

/// <summary>Derives a style that plays another source of a model trained on several: <c>export --from STYLE --token SOURCE</c>.</summary>
internal static class TokenExport
{
    /// <summary>Writes the style.</summary>
    /// <param name="from">The folder of the source style.</param>
    /// <param name="folder">The folder to write.</param>
    /// <param name="token">The source to play.</param>
    /// <param name="card">The new style's description and controls.</param>
    /// <param name="data">A data set that gives range and meters; null for those of all sources.</param>
    /// <returns>The largest difference between the graphs' probabilities and the model's.</returns>
    /// <exception cref="BadInputException">The style's model has no such token, or cannot be read back.</exception>
    public static double Write(string from, string folder, string token, StyleCard card, string? data)
    {
        StyleFolder.CheckIsAnother(folder, from);
        var style = StyleFile.Read(from);
        var (config, pretrained) = PretrainedModel.Read(style, from);
        using var _ = pretrained;
        config.CheckToken(token, from);
        config = config with { Style = token };
        using var model = ModelTypes.Copy(pretrained, style.Type, config);
        model.eval();
        return StyleFolder.Replace(
            folder, Derive(style, folder, config, card, data), unproved => GraphProof.WriteAndCheck(model, style.Type, unproved));
    }

    private static StyleFile Derive(StyleFile style, string folder, TrainConfig config, StyleCard card, string? data)
    {
        var unknown = new Dictionary<string, JsonElement>(style.Training!.Unknown!)
        {
            [TrainConfig.StyleKey] = JsonSerializer.SerializeToElement(config, TrainConfig.Json),
        };
        var training = style.Training with { Unknown = unknown };
        var derived = card.ApplyTo(style, folder, $"{style.Name}: {config.Style}") with { Training = training };
        if (data is null)
            return derived;
        var corpus = CorpusFacts.FromTunes(DataSet.Read(data).Train);
        return derived with
        {
            Meters = corpus.Meters,
            PitchRange = new() { Lowest = corpus.LowestPitch, Highest = corpus.HighestPitch },
            Polyphony = corpus.Polyphony,
            MeanVelocity = corpus.MeanVelocity,
            Plan = corpus.Plan,
        };
    }
}
