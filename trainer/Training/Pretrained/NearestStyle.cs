using ComposerPlugin.Music;
using ComposerPlugin.Trainer.Configuration;
using ComposerPlugin.Trainer.Data;
using static TorchSharp.torch;

namespace ComposerPlugin.Trainer.Training;

/// <summary>Finds the style token of a model that predicts given tunes best.</summary>
internal static class NearestStyle
{
    // More tunes do not change the choice.
    private const int MostTunes = 40;

    /// <summary>The configuration with the style whose token predicts the tunes best; unchanged for a model without style tokens.</summary>
    /// <param name="model">The model.</param>
    /// <param name="config">Its configuration.</param>
    /// <param name="tunes">The tunes.</param>
    public static TrainConfig Choose(nn.Module model, TrainConfig config, IEnumerable<Phrase> tunes)
    {
        if (config.Styles.Count == 0)
            return config;
        var some = tunes.Take(MostTunes).ToList();
        double Loss(string style) =>
            ValidationLoss.Measure(model, StepRows.FromPhrases(some, config.TokenOf(style), config.Form), config).Total;
        return config with { Style = config.Styles.Prepend("").MinBy(Loss)! };
    }
}
