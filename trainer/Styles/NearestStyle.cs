using ComposerPlugin.Music;
using ComposerPlugin.Trainer.Data;
using ComposerPlugin.Trainer.Training;
using static TorchSharp.torch;

namespace ComposerPlugin.Trainer.Styles;

/// <summary>Which of the styles that a model tells apart some tunes are nearest to.</summary>
internal static class NearestStyle
{
    // So many tunes tell it well enough.
    private const int MostTunes = 40;

    /// <summary>The settings with the style under whose token the model foretells the tunes best; those of a model without tokens as they are.</summary>
    /// <param name="model">The model.</param>
    /// <param name="config">How it is built.</param>
    /// <param name="tunes">The tunes.</param>
    public static TrainConfig Choose(nn.Module model, TrainConfig config, IEnumerable<Phrase> tunes)
    {
        if (config.Styles.Count == 0)
            return config;
        var some = tunes.Take(MostTunes).ToList();
        string nearest = config.Styles.Prepend("").MinBy(style => ValidationLoss.Measure(model, StepRows.FromPhrases(some, config.TokenOf(style)), config).Total)!;
        return config with { Style = nearest };
    }
}
