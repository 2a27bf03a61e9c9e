using ComposerPlugin.Music;

namespace ComposerPlugin.Trainer.Data;

/// <summary>
/// A buffer for the motif predictions of one attribute at n steps: probabilities (n, chains, classes) and features (n, chains, features).
/// </summary>
internal sealed class ForecastBuffer(NoteAttribute attribute, int steps = 1)
{
    private readonly int _chains = MotifForecast.Chains(attribute);
    private readonly int _classes = MotifChain.Classes(attribute);

    public float[] AllProbabilities { get; } = new float[steps * MotifForecast.Chains(attribute) * MotifChain.Classes(attribute)];

    public float[] AllFeatures { get; } = new float[steps * MotifForecast.Chains(attribute) * MotifForecast.Features];

    public int Chains => _chains;

    public int Classes => _classes;

    public ReadOnlySpan<float> Probabilities(int chain) => AllProbabilities.AsSpan(chain * _classes, _classes);

    public ReadOnlySpan<float> Features(int chain) => AllFeatures.AsSpan(chain * MotifForecast.Features, MotifForecast.Features);

    /// <summary>Copies the prediction of one step from a buffer of one step.</summary>
    public void Set(int step, ForecastBuffer source)
    {
        source.AllProbabilities.CopyTo(AllProbabilities.AsSpan(step * source.AllProbabilities.Length));
        source.AllFeatures.CopyTo(AllFeatures.AsSpan(step * source.AllFeatures.Length));
    }
}
