using System.Text.Json;
using ComposerPlugin.Styles;
using ComposerPlugin.Trainer.CommandLine;
using ComposerPlugin.Trainer.Configuration;
using static TorchSharp.torch;

namespace ComposerPlugin.Trainer.Training;

/// <summary>The model of an exported style, for further training.</summary>
internal static class PretrainedModel
{
    /// <summary>Reads the configuration of a model from style.json and its weights from the graphs.</summary>
    /// <param name="style">The style.</param>
    /// <param name="folder">Its folder.</param>
    /// <returns>The configuration, and the model in evaluation mode.</returns>
    /// <exception cref="BadInputException">The configuration is missing or invalid, the model type cannot be trained further, or the graphs
    /// do
    /// not fit the configuration.</exception>
    public static (TrainConfig Config, nn.Module Model) Read(StyleFile style, string folder)
    {
        if (style.Type is not (ModelType.Lstm or ModelType.Gru or ModelType.Transformer))
            throw new BadInputException(
                $"{folder}: {style.Type} styles cannot be fine-tuned; give an lstm, gru or transformer style.");
        var config = ConfigOf(style, folder);
        return (config, StoredWeights.Read(style, folder, config));
    }

    /// <summary>The configuration that a style was trained with, checked like a configuration file.</summary>
    /// <exception cref="BadInputException">The configuration is missing or invalid.</exception>
    public static TrainConfig ConfigOf(StyleFile style, string folder)
    {
        if (style.Training?.Unknown is not { } unknown || !unknown.TryGetValue(TrainConfig.StyleKey, out var json))
            {
                throw new BadInputException(
                    $"{folder}: the style has no training configuration; export it again with composer-trainer export.");
            }
        try
        {
            var config = json.Deserialize<TrainConfig>(TrainConfig.Json) ?? new();
            return TrainConfig.Checked(config, Path.Combine(folder, StyleFile.FileName));
        }
        catch (Exception exception) when (exception is not BadInputException)
        {
            throw new BadInputException(
                $"{folder}: the style's training configuration is not readable ({exception.Message.TrimEnd('.')}); export it again with "
                + "composer-trainer export.");
        }
    }
}
