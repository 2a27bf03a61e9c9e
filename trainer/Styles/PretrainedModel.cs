using System.Text.Json;
using ComposerPlugin.Styles;
using ComposerPlugin.Trainer.CommandLine;
using ComposerPlugin.Trainer.Training;
using static TorchSharp.torch;

namespace ComposerPlugin.Trainer.Styles;

/// <summary>The model of a style that was trained before.</summary>
internal static class PretrainedModel
{
    /// <summary>Reads how the model is built from style.json, and its weights from the graphs.</summary>
    /// <param name="style">What the style says.</param>
    /// <param name="folder">Where it is.</param>
    /// <returns>The settings it was trained with, and the model in evaluation mode.</returns>
    /// <exception cref="BadInputException">The style does not say how its model is built, is of a kind that cannot be trained, or its graphs are of another build.</exception>
    public static (TrainConfig Config, nn.Module Model) Read(StyleFile style, string folder)
    {
        if (style.Type is not (ModelType.Lstm or ModelType.Gru or ModelType.Transformer))
            throw new BadInputException($"{folder}: a style of kind {style.Type} cannot be fine-tuned; give one of kind lstm, gru or transformer.");
        var config = ConfigOf(style, folder);
        return (config, StoredWeights.Read(style, folder, config));
    }

    /// <summary>The settings that a style was trained with.</summary>
    /// <exception cref="BadInputException">It does not say them.</exception>
    public static TrainConfig ConfigOf(StyleFile style, string folder)
    {
        if (style.Training?.Unknown is not { } unknown || !unknown.TryGetValue(TrainConfig.StyleKey, out var config))
            throw new BadInputException($"{folder}: the style does not say how its model is built; export it again with composer-trainer export.");
        try
        {
            return config.Deserialize<TrainConfig>(TrainConfig.Json) ?? new();
        }
        catch (JsonException exception)
        {
            throw new BadInputException($"{folder}: the style says in words unknown here how its model is built ({exception.Message.TrimEnd('.')}); export it again with composer-trainer export.");
        }
    }
}
