namespace ComposerPlugin.Trainer.Evaluation;

/// <summary>Scores the predictions of one note attribute.</summary>
internal sealed class AttributeScore
{
    private readonly List<bool?> _outcomes = [];
    private long _right;
    private long _scored;

    /// <summary>The summed bits (negative log2-likelihood).</summary>
    public double Bits { get; private set; }

    /// <summary>The share of rows whose likeliest class is the true one, 0 to 1.</summary>
    public double Accuracy => _scored == 0 ? 0 : (double)_right / _scored;

    /// <summary>For each row whether its likeliest class is the true one; null for rows that are not scored.</summary>
    public IReadOnlyList<bool?> Outcomes => _outcomes;

    /// <summary>Adds rows.</summary>
    /// <param name="logits">(rows, classes) in row-major order.</param>
    /// <param name="classes">The true class of each row; negative to skip the row.</param>
    public void Add(ReadOnlySpan<float> logits, ReadOnlySpan<short> classes)
    {
        int width = logits.Length / classes.Length;
        for (int row = 0; row < classes.Length; row++)
        {
            _outcomes.Add(classes[row] >= 0 ? Add(logits.Slice(row * width, width), classes[row]) : null);
        }
    }

    private bool Add(ReadOnlySpan<float> logits, int trueClass)
    {
        int likeliest = 0;
        for (int i = 1; i < logits.Length; i++)
            likeliest = logits[i] > logits[likeliest] ? i : likeliest;
        double sum = 0;
        foreach (float logit in logits)
            sum += Math.Exp(logit - logits[likeliest]);
        Bits += (Math.Log(sum) + logits[likeliest] - logits[trueClass]) / Math.Log(2);
        bool right = likeliest == trueClass;
        _right += right ? 1 : 0;
        _scored++;
        return right;
    }
}
