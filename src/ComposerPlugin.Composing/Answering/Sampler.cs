namespace ComposerPlugin.Composing;

/// <summary>
/// Draws a class from logits. It knows logits and a random number, not what they mean. The same arguments give the same class;
/// all memory is made in the constructor.
/// </summary>
/// <param name="mostClasses">The most logits that it will be given.</param>
public sealed class Sampler(int mostClasses)
{
    /// <summary>What <see cref="Draw"/> says when no class is allowed.</summary>
    public const int Nothing = -1;

    /// <summary>Below this temperature the likeliest class is taken.</summary>
    public const float GreedyTemperature = 0.01f;

    private readonly float[] _weights = new float[mostClasses];

    // Class numbers under their weights' bits, so that sorting puts the likeliest first and equals in class order.
    private readonly ulong[] _order = new ulong[mostClasses];

    /// <summary>A class drawn from the allowed ones, or <see cref="Nothing"/>.</summary>
    /// <param name="logits">One for each class; those that are no finite numbers are not allowed.</param>
    /// <param name="allowed">For each class whether it may be drawn; what is left counts as all there is.</param>
    /// <param name="temperature">Divides the logits; the likeliest class is taken below <see cref="GreedyTemperature"/>.</param>
    /// <param name="topP">Only the likeliest classes that together have this probability are drawn from; the likeliest always is.</param>
    /// <param name="random">From 0 up to, but not, 1.</param>
    public int Draw(ReadOnlySpan<float> logits, ReadOnlySpan<bool> allowed, float temperature, float topP, double random)
    {
        int likeliest = Likeliest(logits, allowed);
        // Written so that a temperature that is no number counts as low.
        if (likeliest == Nothing || !(temperature >= GreedyTemperature))
            return likeliest;

        int count = 0;
        double total = 0;
        for (int i = 0; i < logits.Length; i++)
        {
            if (!allowed[i] || !float.IsFinite(logits[i]))
                continue;
            float weight = (float)Math.Exp((logits[i] - logits[likeliest]) / (double)temperature);
            _weights[i] = weight;
            _order[count++] = ((ulong)~BitConverter.SingleToUInt32Bits(weight) << 32) | (uint)i;
            total += weight;
        }
        var order = _order.AsSpan(0, count);
        order.Sort();
        return Pick(order, topP * total, random);
    }

    private int Pick(ReadOnlySpan<ulong> order, double enough, double random)
    {
        int kept = 0;
        double mass = 0;
        do
            mass += _weights[(int)order[kept++]];
        while (kept < order.Length && !(mass >= enough));

        double left = random * mass;
        foreach (ulong entry in order[..kept])
        {
            left -= _weights[(int)entry];
            if (left < 0)
                return (int)entry;
        }
        // Rounding can leave a trace of the mass.
        return (int)order[0];
    }

    private static int Likeliest(ReadOnlySpan<float> logits, ReadOnlySpan<bool> allowed)
    {
        int likeliest = Nothing;
        for (int i = 0; i < logits.Length; i++)
        {
            if (allowed[i] && float.IsFinite(logits[i]) && (likeliest == Nothing || logits[i] > logits[likeliest]))
                likeliest = i;
        }
        return likeliest;
    }
}
