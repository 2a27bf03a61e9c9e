namespace ComposerPlugin.Composing;

/// <summary>
/// Draws a class from logits with temperature and nucleus sampling (top-p; Holtzman et al., The Curious Case of Neural Text Degeneration,
/// 2020). The same arguments give the same class. All memory is allocated in the constructor.
/// </summary>
/// <param name="mostClasses">The most logits in one call.</param>
public sealed class Sampler(int mostClasses)
{
    /// <summary>The result of <see cref="Draw"/> if no class is allowed.</summary>
    public const int Nothing = -1;

    /// <summary>Below this temperature the likeliest class is chosen.</summary>
    public const float GreedyTemperature = 0.01f;

    private readonly float[] _weights = new float[mostClasses];

    // The bits of each weight above its class number, so that sorting puts the likeliest first and equal ones in class order.
    private readonly ulong[] _order = new ulong[mostClasses];

    /// <summary>Draws one of the allowed classes; <see cref="Nothing"/> if there is none.</summary>
    /// <param name="logits">One for each class; classes with NaN or infinity are not allowed.</param>
    /// <param name="allowed">Whether each class is allowed; probabilities are relative to the allowed ones.</param>
    /// <param name="temperature">The divisor of the logits; below <see cref="GreedyTemperature"/> the likeliest class is chosen.</param>
    /// <param name="topP">Draws are from the likeliest classes that together have this probability, at least from the likeliest.</param>
    /// <param name="random">A random number, 0 or more and less than 1.</param>
    public int Draw(ReadOnlySpan<float> logits, ReadOnlySpan<bool> allowed, float temperature, float topP, double random)
    {
        int likeliest = Likeliest(logits, allowed);
        // A temperature of NaN counts as low.
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
        // Rounding can leave a rest of the mass.
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
