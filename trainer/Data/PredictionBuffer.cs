using ComposerPlugin.Music;

namespace ComposerPlugin.Trainer.Data;

/// <summary>
/// A buffer for the motif predictions of one attribute at n steps: probabilities (n, chains, classes) and features (n, chains, features).
/// </summary>
/// <param name="attribute">The attribute.</param>
/// <param name="steps">n</param>
/// <param name="form">Whether the chains of the form memory follow those of the motifs.</param>
internal sealed class PredictionBuffer(NoteAttribute attribute, int steps = 1, bool form = false)
{
    private readonly int _chains = MotifPredictor.Chains(attribute, form);
    private readonly int _classes = MotifChain.Classes(attribute);

    /// <summary>The probabilities of all steps, (n, chains, classes) in row-major order.</summary>
    public float[] AllProbabilities { get; } = new float[steps * MotifPredictor.Chains(attribute, form) * MotifChain.Classes(attribute)];

    /// <summary>The features of all steps, (n, chains, features) in row-major order.</summary>
    public float[] AllFeatures { get; } = new float[steps * MotifPredictor.Chains(attribute, form) * MotifPredictor.Features];

    /// <summary>The number of chains of the attribute.</summary>
    public int Chains => _chains;

    /// <summary>The number of classes of the attribute.</summary>
    public int Classes => _classes;

    /// <summary>The probabilities that a chain gives to the classes, at the first step.</summary>
    public ReadOnlySpan<float> Probabilities(int chain) => AllProbabilities.AsSpan(chain * _classes, _classes);

    /// <summary>The features of a chain's prediction, at the first step.</summary>
    public ReadOnlySpan<float> Features(int chain) => AllFeatures.AsSpan(chain * MotifPredictor.Features, MotifPredictor.Features);

    /// <summary>Copies the prediction of one step from a buffer of one step.</summary>
    public void Set(int step, PredictionBuffer source)
    {
        source.AllProbabilities.CopyTo(AllProbabilities.AsSpan(step * source.AllProbabilities.Length));
        source.AllFeatures.CopyTo(AllFeatures.AsSpan(step * source.AllFeatures.Length));
    }
}
