namespace ComposerPlugin.Trainer.Evaluation;

/// <summary>What one source says of every choice of an attribute: the probability it gave to what came, and how long a context it knew.</summary>
internal sealed class Predictions
{
    private readonly List<float> _probabilities = [];
    private readonly List<byte> _matched = [];

    public int Count => _probabilities.Count;

    public float Probability(int choice) => _probabilities[choice];

    public int Matched(int choice) => _matched[choice];

    public double Bits => -_probabilities.Sum(probability => Math.Log2(probability));

    public void Add((double Probability, int Matched) said)
    {
        _probabilities.Add((float)said.Probability);
        _matched.Add((byte)said.Matched);
    }
}
