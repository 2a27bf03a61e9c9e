using ComposerPlugin.Trainer.CommandLine;
using ComposerPlugin.Trainer.Configuration;
using static TorchSharp.torch;

namespace ComposerPlugin.Trainer.Models;

/// <summary>The types of model that can be trained.</summary>
internal static class ModelTypes
{
    private static readonly Dictionary<string, Func<TrainConfig, nn.Module>> _all = new()
    {
        ["lstm"] = RecurrentModel.Lstm,
        ["vae"] = config => new VariationalModel(config),
        ["gan"] = config => new AdversarialModel(config),
        ["gru"] = RecurrentModel.Gru,
        ["transformer"] = config => new TransformerModel(config),
    };

    public static IReadOnlyCollection<string> All => _all.Keys;

    /// <summary>A model with random weights: an <see cref="IMelodyModel"/>, or an <see cref="AdversarialModel"/>.</summary>
    /// <exception cref="BadInputException">There is no such type.</exception>
    public static nn.Module Create(string type, TrainConfig config)
    {
        Check(type);
        ModelSize.Check(type, config);
        return _all[type](config);
    }

    /// <summary>A model with another's weights.</summary>
    /// <param name="model">The other, of the same shape.</param>
    /// <param name="type">Its type.</param>
    /// <param name="config">How the copy is built.</param>
    /// <exception cref="ArgumentException">It is of another shape.</exception>
    public static nn.Module Copy(nn.Module model, string type, TrainConfig config)
    {
        var copy = Create(type, config);
        var pairs = copy.parameters().Zip(model.parameters()).ToList();
        bool sameCount = copy.parameters().Count() == model.parameters().Count();
        if (!sameCount || pairs.Any(pair => !pair.First.shape.SequenceEqual(pair.Second.shape)))
        {
            copy.Dispose();
            throw new ArgumentException("The settings build a model of another shape.", nameof(config));
        }
        using var noGradients = no_grad();
        foreach (var (own, known) in pairs)
            own.copy_(known);
        return copy;
    }

    /// <summary>Checks that there is a type of this name.</summary>
    /// <exception cref="BadInputException">There is none.</exception>
    public static void Check(string type)
    {
        if (!_all.ContainsKey(type))
            throw new BadInputException($"{type}: there is no such type of model; use --model {string.Join(" or ", _all.Keys)}.");
    }
}
