namespace ComposerPlugin.Trainer.Evaluation;

/// <summary>
/// A mixture of the predictions of several sources. Each source has one weight for each length of its matched context; the weights are
/// fitted by gradient descent (Adam) on held-out tunes.
/// </summary>
internal sealed class ChainMixture
{
    private const int Lengths = 24;
    private const int Rounds = 200;
    private const double Rate = 0.1, Beta1 = 0.9, Beta2 = 0.99, Epsilon = 1e-9;

    private readonly double[] _weights;
    private readonly double[] _shares;
    private readonly int _sources;

    private ChainMixture(int sources)
    {
        _sources = sources;
        _weights = new double[sources * Lengths];
        _shares = new double[sources];
    }

    /// <summary>Fits the mixture with the highest likelihood.</summary>
    /// <param name="sources">The predictions of each source for the same choices.</param>
    public static ChainMixture Fit(IReadOnlyList<Predictions> sources)
    {
        var mixture = new ChainMixture(sources.Count);
        int size = mixture._weights.Length;
        var (mean, square, gradient) = (new double[size], new double[size], new double[size]);
        for (int round = 1; round <= Rounds; round++)
        {
            mixture.Gradient(sources, gradient);
            for (int i = 0; i < size; i++)
            {
                mean[i] = (Beta1 * mean[i]) + ((1 - Beta1) * gradient[i]);
                square[i] = (Beta2 * square[i]) + ((1 - Beta2) * gradient[i] * gradient[i]);
                double step = mean[i] / (1 - Math.Pow(Beta1, round)) / (Math.Sqrt(square[i] / (1 - Math.Pow(Beta2, round))) + Epsilon);
                mixture._weights[i] -= Rate * step;
            }
        }
        return mixture;
    }

    /// <summary>The mixed probability of a choice.</summary>
    public double Probability(IReadOnlyList<Predictions> sources, int choice)
    {
        Shares(sources, choice);
        double probability = 0;
        for (int source = 0; source < _sources; source++)
            probability += _shares[source] * sources[source].Probability(choice);
        return probability;
    }

    /// <summary>The bits of all choices.</summary>
    public double Bits(IReadOnlyList<Predictions> sources)
    {
        double bits = 0;
        for (int choice = 0; choice < sources[0].Count; choice++)
            bits -= Math.Log2(Probability(sources, choice));
        return bits;
    }

    // The softmax of the sources' weights at a choice.
    private void Shares(IReadOnlyList<Predictions> sources, int choice)
    {
        double sum = 0;
        for (int source = 0; source < _sources; source++)
            sum += _shares[source] = Math.Exp(_weights[(source * Lengths) + sources[source].Matched(choice)]);
        for (int source = 0; source < _sources; source++)
            _shares[source] /= sum;
    }

    private void Gradient(IReadOnlyList<Predictions> sources, double[] gradient)
    {
        Array.Clear(gradient);
        int choices = sources[0].Count;
        for (int choice = 0; choice < choices; choice++)
        {
            double probability = Probability(sources, choice);
            for (int source = 0; source < _sources; source++)
            {
                double posterior = _shares[source] * sources[source].Probability(choice) / probability;
                gradient[(source * Lengths) + sources[source].Matched(choice)] += (_shares[source] - posterior) / choices;
            }
        }
    }
}
