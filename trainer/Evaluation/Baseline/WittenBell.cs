namespace ComposerPlugin.Trainer.Evaluation;

/// <summary>
/// Interpolated Witten-Bell estimates: in each context, the count of a symbol is mixed with the estimate of the next shorter context, whose
/// weight is the number of different symbols seen. Below the empty context all symbols are equally likely.
/// </summary>
/// <param name="symbols">The number of different symbols.</param>
internal sealed class WittenBell(int symbols)
{
    private const ulong Seen = 1, Different = 2, FirstSymbol = 1000;

    private readonly CountTable _counts = new();

    /// <summary>The probability of a symbol, and the length of the longest context that was seen.</summary>
    public (double Probability, int Matched) Estimate(Contexts contexts, int symbol)
    {
        double probability = 1.0 / symbols;
        int matched = 0;
        for (int order = 0; order < contexts.Count; order++)
        {
            int seen = _counts[Contexts.Mix(contexts[order], Seen)];
            if (seen == 0)
                break;
            int different = _counts[Contexts.Mix(contexts[order], Different)];
            int count = _counts[Contexts.Mix(contexts[order], FirstSymbol + (ulong)(uint)symbol)];
            probability = (count + (different * probability)) / (seen + different);
            matched = order;
        }
        return (probability, matched);
    }

    /// <summary>Counts a symbol in its contexts.</summary>
    public void Add(Contexts contexts, int symbol)
    {
        for (int order = 0; order < contexts.Count; order++)
        {
            if (_counts.Increment(Contexts.Mix(contexts[order], FirstSymbol + (ulong)(uint)symbol)))
                _counts.Increment(Contexts.Mix(contexts[order], Different));
            _counts.Increment(Contexts.Mix(contexts[order], Seen));
        }
    }

    /// <summary>Removes all counts.</summary>
    public void Clear() => _counts.Clear();
}
