using ComposerPlugin.Styles;
using ComposerPlugin.Trainer.CommandLine;

namespace ComposerPlugin.Trainer.Configuration;

/// <summary>The settings that apply only to some model types.</summary>
internal static class ModelTypeSettings
{
    private static readonly string[] _noteByNote = [ModelType.Lstm, ModelType.Gru, ModelType.Transformer];
    private static readonly string[] _withLikelihood = [.. _noteByNote, ModelType.Vae];

    private static readonly (string[] Types, string[] Settings)[] _all =
    [
        ([ModelType.Transformer], ["heads", "positions"]),
        ([ModelType.Vae], ["bars", "freeNats", "latentWeight", "latentSteps", "inputDropout"]),
        ([ModelType.Vae, ModelType.Gan], ["latent"]),
        ([ModelType.Gan],
        [
            "channels", "generatorSteps", "rollWeight", "featureWeight", "discriminatorRate", "discriminatorNorm", "weightAverage",
        ]),
        (_noteByNote, ["hint", "form", "formOpening", "formDiatonic", "formRhythm"]),
        (_withLikelihood,
        [
            "hidden", "layers", "dense", "gate", "places", "key", "dropout", "labelSmoothing", "longestSteps", "transpose", "lowestPitch",
            "highestPitch", "meterHidden", "l1", "patience", "velocityWeight", "styles", "style", "styleHidden",
        ]),
    ];

    /// <summary>Checks that all settings of a file apply to a model type.</summary>
    /// <param name="given">The names of the settings in the file.</param>
    /// <param name="type">The model type.</param>
    /// <param name="path">The file.</param>
    /// <exception cref="BadInputException">A setting does not apply.</exception>
    public static void Check(IEnumerable<string> given, string type, string path)
    {
        foreach (string name in given)
        {
            foreach (var (types, settings) in _all)
            {
                if (settings.Contains(name) && !types.Contains(type))
                {
                    string article = type == ModelType.Lstm ? "an" : "a";
                    throw new BadInputException(
                        $"{path}: \"{name}\" applies to {string.Join(" or ", types)} models only; this is {article} {type}. Remove it.");
                }
            }
        }
    }
}
