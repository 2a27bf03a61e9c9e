using ComposerPlugin.Styles;
using ComposerPlugin.Trainer.CommandLine;
using ComposerPlugin.Trainer.Configuration;

namespace ComposerPlugin.Trainer.Models;

/// <summary>The size of a model before it is created: each setting may be in its range, and the model still fill the memory.</summary>
internal static class ModelSize
{
    // A GiB of floats.
    private const long MostWeights = 1 << 28;

    /// <summary>A number of weights that a model has at least: those of its square matrices.</summary>
    public static long FewestWeights(string type, TrainConfig config)
    {
        long square = (long)config.Hidden * config.Hidden, doubled = (2 * config.Layers) - 1;
        return type switch
        {
            ModelType.Lstm or ModelType.Vae => 4 * square * doubled,
            ModelType.Gru => 3 * square * doubled,
            ModelType.Transformer => 4 * square * config.Layers,
            ModelType.Gan => (long)config.Channels * config.Channels,
            _ => 0,
        };
    }

    /// <summary>Checks that a model can be created.</summary>
    /// <exception cref="BadInputException">It would be too large.</exception>
    public static void Check(string type, TrainConfig config)
    {
        long weights = FewestWeights(type, config);
        if (weights > MostWeights)
        {
            throw new BadInputException(
                $"{type}: the model would have more than {weights / 1_000_000} million weights, and at most {MostWeights / 1_000_000} are "
                + "possible; lower hidden, layers or channels.");
        }
    }
}
