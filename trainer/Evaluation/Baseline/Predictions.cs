namespace ComposerPlugin.Trainer.Evaluation;

/// <summary>
/// One source's predictions of the choices of an attribute: the probability of the actual symbol, and the length of the longest matched
/// context.
/// </summary>
internal sealed class Predictions
{
    private readonly List<float> _probabilities = [];
    private readonly List<byte> _matched = [];

    /// <summary>The number of choices.</summary>
    public int Count => _probabilities.Count;

    /// <summary>The probability of the actual symbol.</summary>
    public float Probability(int choice) => _probabilities[choice];

    /// <summary>The length of the longest matched context.</summary>
    public int Matched(int choice) => _matched[choice];

    /// <summary>The bits of all choices.</summary>
    public double Bits => -_probabilities.Sum(probability => Math.Log2(probability));

    /// <summary>Adds the prediction of a choice.</summary>
    public void Add((double Probability, int Matched) prediction)
    {
        _probabilities.Add((float)prediction.Probability);
        _matched.Add((byte)prediction.Matched);
    }
}
