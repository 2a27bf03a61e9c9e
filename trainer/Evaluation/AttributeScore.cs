namespace ComposerPlugin.Trainer.Evaluation;

/// <summary>How well one attribute of the notes was foretold.</summary>
internal sealed class AttributeScore
{
    private readonly List<bool?> _outcomes = [];
    private long _right;
    private long _scored;

    /// <summary>Bits, summed.</summary>
    public double Bits { get; private set; }

    /// <summary>The share of choices whose likeliest class was the true one.</summary>
    public double Accuracy => _scored == 0 ? 0 : (double)_right / _scored;

    /// <summary>For each row given so far whether its likeliest class was the true one; null where it was left out.</summary>
    public IReadOnlyList<bool?> Outcomes => _outcomes;

    /// <summary>Scores rows of logits against the true classes; a negative class is left out.</summary>
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
