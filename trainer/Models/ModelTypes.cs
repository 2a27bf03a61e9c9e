using ComposerPlugin.Trainer.CommandLine;
using ComposerPlugin.Trainer.Training;
using static TorchSharp.torch;

namespace ComposerPlugin.Trainer.Models;

/// <summary>The kinds of melody model that can be trained.</summary>
internal static class ModelTypes
{
    private static readonly Dictionary<string, Func<TrainConfig, nn.Module>> _all = new()
    {
        ["lstm"] = config => new LstmModel(config),
        ["vae"] = config => new VariationalModel(config),
        ["gan"] = config => new AdversarialModel(config),
        ["gru"] = config => new GruModel(config),
        ["transformer"] = config => new TransformerModel(config),
    };

    public static IReadOnlyCollection<string> All => _all.Keys;

    /// <summary>A model with random weights; it is an <see cref="IMelodyModel"/>.</summary>
    /// <exception cref="BadInputException">There is no such kind.</exception>
    public static nn.Module Create(string kind, TrainConfig config)
    {
        Check(kind);
        return _all[kind](config);
    }

    /// <summary>A model with another's weights.</summary>
    /// <param name="model">The other, of the same shape.</param>
    /// <param name="kind">Its kind.</param>
    /// <param name="config">How the copy is built.</param>
    /// <exception cref="ArgumentException">It is of another shape.</exception>
    public static nn.Module Copy(nn.Module model, string kind, TrainConfig config)
    {
        var copy = Create(kind, config);
        var pairs = copy.parameters().Zip(model.parameters()).ToList();
        if (copy.parameters().Count() != model.parameters().Count() || pairs.Any(pair => !pair.First.shape.SequenceEqual(pair.Second.shape)))
        {
            copy.Dispose();
            throw new ArgumentException("The settings build a model of another shape.", nameof(config));
        }
        using var noGradients = no_grad();
        foreach (var (own, known) in pairs)
            own.copy_(known);
        return copy;
    }

    /// <exception cref="BadInputException">There is no such kind.</exception>
    public static void Check(string kind)
    {
        if (!_all.ContainsKey(kind))
            throw new BadInputException($"{kind}: there is no such kind of model; use --model {string.Join(" or ", _all.Keys)}.");
    }
}
