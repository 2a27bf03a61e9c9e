using ComposerPlugin.Styles;
using ComposerPlugin.Trainer.CommandLine;

namespace ComposerPlugin.Trainer.Training;

/// <summary>Which settings only some kinds of model have.</summary>
internal static class ModelTypeSettings
{
    private static readonly string[] _noteByNote = [ModelType.Lstm, ModelType.Gru, ModelType.Transformer];
    private static readonly string[] _withLikelihood = [.. _noteByNote, ModelType.Vae];

    private static readonly (string[] Kinds, string[] Settings)[] _all =
    [
        ([ModelType.Transformer], ["heads", "positions"]),
        ([ModelType.Vae], ["bars", "freeNats", "latentWeight", "latentSteps", "inputDropout"]),
        ([ModelType.Vae, ModelType.Gan], ["latent"]),
        ([ModelType.Gan], ["channels", "generatorSteps", "rollWeight", "featureWeight", "discriminatorRate", "discriminatorNorm", "weightAverage"]),
        (_noteByNote, ["hint"]),
        (_withLikelihood,
        [
            "hidden", "layers", "dense", "gate", "places", "key", "dropout", "labelSmoothing", "longestSteps", "transpose", "lowestPitch", "highestPitch",
            "meterHidden", "l1", "patience", "velocityWeight", "styles", "style", "styleHidden",
        ]),
    ];

    /// <summary>Refuses settings that a kind of model does not have.</summary>
    /// <param name="given">The settings' names.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="path">The file in which they stand.</param>
    /// <exception cref="BadInputException">There is one.</exception>
    public static void Check(IEnumerable<string> given, string kind, string path)
    {
        foreach (string name in given)
        {
            foreach (var (kinds, settings) in _all)
            {
                if (settings.Contains(name) && !kinds.Contains(kind))
                    throw new BadInputException($"{path}: {name} is a setting of a model of kind {string.Join(" or ", kinds)}, and this one is of kind {kind}; leave it away.");
            }
        }
    }
}
