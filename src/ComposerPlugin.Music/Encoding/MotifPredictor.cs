namespace ComposerPlugin.Music;

/// <summary>
/// Predicts the next note from the music so far: for each <see cref="MotifChain"/> the probabilities of all classes, counted in this music
/// alone. Estimates are interpolated by Witten-Bell smoothing: the counts of each context are mixed with the estimate of the next shorter
/// context, whose weight is the number of distinct symbols (Bell, Cleary and Witten, Text Compression, 1990, method C).
/// Each prediction counts the whole memory again, so that a rewind has nothing to undo. Allocates only in the constructor.
/// Outputs with room for more chains than <see cref="Chains(NoteAttribute)"/> get those of the <see cref="FormPredictor"/> after them.
/// </summary>
public sealed class MotifPredictor
{
    /// <summary>
    /// The number of confidence features of a chain: length of the longest known context (divided by 6, at most 2), whether there is one,
    /// its distinct symbols per occurrence, and log2(1 + occurrences) / 4.
    /// </summary>
    public const int Features = 4;

    private const float LongestLength = 12, LengthScale = 6, SeenScale = 4;

    private readonly NoteEncoder _encoder;
    private readonly FormPredictor _form;
    private readonly MotifChain[][] _chains;
    private readonly int[] _positions;
    private readonly int[] _classes;
    private readonly int[] _counts = new int[Math.Max(Vocabulary.Durations, Vocabulary.Iois)];

    /// <summary>Creates a predictor for an encoder's music.</summary>
    public MotifPredictor(NoteEncoder encoder)
    {
        _encoder = encoder;
        _form = new(encoder);
        _chains = [.. Enum.GetValues<NoteAttribute>().Select(attribute => MotifChain.Of(attribute).ToArray())];
        _positions = new int[encoder.Memory.Capacity];
        _classes = new int[encoder.Memory.Capacity];
    }

    /// <summary>The number of chains of an attribute.</summary>
    public static int Chains(NoteAttribute attribute) => attribute switch
    {
        NoteAttribute.Timing => 3,
        NoteAttribute.Pitch => 5,
        _ => 4,
    };

    /// <summary>The number of chains of an attribute, with or without those of the <see cref="FormPredictor"/>.</summary>
    public static int Chains(NoteAttribute attribute, bool form) => Chains(attribute) + (form ? FormPredictor.Chains(attribute) : 0);

    /// <summary>The length of the longest known context, in elements (at most 12), from a chain's features.</summary>
    public static int Matched(ReadOnlySpan<float> features) => (int)MathF.Round(features[0] * LengthScale);

    /// <summary>Predicts the IOI class of the next note.</summary>
    /// <param name="probabilities">Output, [chains, classes].</param>
    /// <param name="features">Output, [chains, <see cref="Features"/>].</param>
    public void Timing(Span<float> probabilities, Span<float> features)
    {
        Predict(NoteAttribute.Timing, _encoder.Expected, ref probabilities, ref features);
        if (probabilities.Length > 0)
            _form.Timing(probabilities, features);
    }

    /// <summary>Predicts the pitch, given the IOI.</summary>
    /// <param name="ioi">The sampled IOI class.</param>
    /// <param name="probabilities">Output, [chains, classes].</param>
    /// <param name="features">Output, [chains, <see cref="Features"/>].</param>
    public void Pitch(int ioi, Span<float> probabilities, Span<float> features)
    {
        Predict(NoteAttribute.Pitch, After(ioi), ref probabilities, ref features);
        if (probabilities.Length > 0)
            _form.Pitch(ioi, probabilities, features);
    }

    /// <summary>Predicts the duration class, given the IOI and the pitch.</summary>
    /// <param name="ioi">The sampled IOI class.</param>
    /// <param name="pitch">The sampled pitch.</param>
    /// <param name="probabilities">Output, [chains, classes].</param>
    /// <param name="features">Output, [chains, <see cref="Features"/>].</param>
    public void Duration(int ioi, int pitch, Span<float> probabilities, Span<float> features)
    {
        Predict(NoteAttribute.Duration, After(ioi) with { Pitch = pitch }, ref probabilities, ref features);
        if (probabilities.Length > 0)
            _form.Duration(ioi, pitch, probabilities, features);
    }

    private MotifNote After(int ioi) => _encoder.Expected with { Ioi = ioi, BarPosition = _encoder.BarPositionAt(_encoder.Onset + ioi) };

    // Leaves in both spans the room for further chains.
    private void Predict(NoteAttribute attribute, in MotifNote expected, ref Span<float> probabilities, ref Span<float> features)
    {
        _encoder.Memory.Expect(expected);
        int classes = MotifChain.Classes(attribute);
        foreach (var one in _chains[(int)attribute])
        {
            Predict(one, probabilities[..classes], features[..Features]);
            probabilities = probabilities[classes..];
            features = features[Features..];
        }
    }

    private void Predict(MotifChain chain, Span<float> probabilities, Span<float> features)
    {
        var memory = _encoder.Memory;
        probabilities.Fill(1f / probabilities.Length);
        int left = FindAll(chain, memory);
        int order = 0, seen = 0, distinct = 0;
        while (left > 0)
        {
            seen = left;
            distinct = Mix(probabilities, left);
            long wanted = order == chain.Orders ? MotifChain.None : chain.Element(memory, memory.Count, order + 1);
            left = wanted == MotifChain.None ? 0 : Keep(chain, memory, order + 1, wanted, left);
            order += left > 0 ? 1 : 0;
        }
        features[0] = Math.Min(order, LongestLength) / LengthScale;
        features[1] = order > 0 ? 1 : 0;
        features[2] = seen > 0 ? (float)distinct / seen : 0;
        features[3] = MathF.Log2(1 + seen) / SeenScale;
    }

    // Order 0: the empty context matches every note of the memory.
    private int FindAll(MotifChain chain, MotifMemory memory)
    {
        int restAtZeroIoi = (int)Math.Clamp(_encoder.RestAtZeroIoi, int.MinValue / 2, int.MaxValue / 2);
        for (int note = 0; note < memory.Count; note++)
        {
            _positions[note] = note;
            _classes[note] = chain.ClassOf(memory, chain.Symbol(memory, note), restAtZeroIoi);
        }
        return memory.Count;
    }

    // Keeps the matches whose element of this order equals the wanted one; returns their number.
    private int Keep(MotifChain chain, MotifMemory memory, int order, long wanted, int left)
    {
        int kept = 0;
        for (int i = 0; i < left; i++)
        {
            if (chain.Element(memory, _positions[i], order) == wanted)
                _positions[kept++] = _positions[i];
        }
        return kept;
    }

    // Mixes the counts of the matches into the estimate of the shorter context; returns the number of distinct symbols.
    private int Mix(Span<float> probabilities, int left)
    {
        int distinct = 0, outside = 0;
        for (int i = 0; i < left; i++)
        {
            int seen = _classes[_positions[i]];
            if (seen < 0)
                distinct += outside++ == 0 ? 1 : 0;
            else
                distinct += _counts[seen]++ == 0 ? 1 : 0;
        }
        float all = left + distinct, kept = distinct / all;
        for (int i = 0; i < probabilities.Length; i++)
            probabilities[i] *= kept;
        for (int i = 0; i < left; i++)
        {
            int seen = _classes[_positions[i]];
            if (seen < 0 || _counts[seen] == 0)
                continue;
            probabilities[seen] += _counts[seen] / all;
            _counts[seen] = 0;
        }
        return distinct;
    }
}
