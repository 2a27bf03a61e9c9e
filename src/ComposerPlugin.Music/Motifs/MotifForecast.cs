namespace ComposerPlugin.Music;

/// <summary>
/// What the music so far foretells of the next note: for each <see cref="MotifChain"/> the probabilities of all classes, learnt from this
/// music alone and at once. They are interpolated Witten-Bell estimates: the counts in each context are mixed with the estimate of the
/// next shorter one, which weighs as much as there are different symbols (Bell, Cleary and Witten, Text Compression, 1990, method C).
/// Counting goes through the memory anew each time, so there is nothing to undo when music is taken back; all memory is made in the constructor.
/// </summary>
public sealed class MotifForecast
{
    /// <summary>Numbers that tell how far a chain can be trusted: length of the longest context known, whether there was one, how different its symbols, how many.</summary>
    public const int Features = 4;

    private const float LongestLength = 12, LengthScale = 6, SeenScale = 4;

    private readonly NoteEncoder _encoder;
    private readonly MotifChain[][] _chains;
    private readonly int[] _places;
    private readonly int[] _classes;
    private readonly int[] _counts = new int[Math.Max(Vocabulary.Durations, Vocabulary.Iois)];

    /// <summary>A forecast of what comes next in this encoder's music.</summary>
    public MotifForecast(NoteEncoder encoder)
    {
        _encoder = encoder;
        _chains = [.. Enum.GetValues<NoteAttribute>().Select(attribute => MotifChain.Of(attribute).ToArray())];
        _places = new int[encoder.Memory.Capacity];
        _classes = new int[encoder.Memory.Capacity];
    }

    /// <summary>How many chains foretell an attribute.</summary>
    public static int Chains(NoteAttribute attribute) => attribute switch
    {
        NoteAttribute.Timing => 3,
        NoteAttribute.Pitch => 5,
        _ => 4,
    };

    /// <summary>The length of the longest context that was known, told by a chain's features.</summary>
    public static int Matched(ReadOnlySpan<float> features) => (int)MathF.Round(features[0] * LengthScale);

    /// <summary>Foretells when the next note begins.</summary>
    /// <param name="probabilities">[chains, classes], written.</param>
    /// <param name="features">[chains, <see cref="Features"/>], written.</param>
    public void Timing(Span<float> probabilities, Span<float> features) => Foretell(NoteAttribute.Timing, _encoder.Expected, probabilities, features);

    /// <summary>Foretells the pitch after a gap.</summary>
    /// <param name="ioi">The gap class chosen.</param>
    /// <param name="probabilities">[chains, classes], written.</param>
    /// <param name="features">[chains, <see cref="Features"/>], written.</param>
    public void Pitch(int ioi, Span<float> probabilities, Span<float> features) => Foretell(NoteAttribute.Pitch, After(ioi), probabilities, features);

    /// <summary>Foretells the duration of a pitch after a gap.</summary>
    /// <param name="ioi">The gap class chosen.</param>
    /// <param name="pitch">The pitch chosen.</param>
    /// <param name="probabilities">[chains, classes], written.</param>
    /// <param name="features">[chains, <see cref="Features"/>], written.</param>
    public void Duration(int ioi, int pitch, Span<float> probabilities, Span<float> features) =>
        Foretell(NoteAttribute.Duration, After(ioi) with { Pitch = pitch }, probabilities, features);

    private MotifNote After(int ioi) => _encoder.Expected with { Ioi = ioi, BarPosition = _encoder.BarPositionAt(_encoder.Onset + ioi) };

    private void Foretell(NoteAttribute attribute, in MotifNote expected, Span<float> probabilities, Span<float> features)
    {
        _encoder.Memory.Expect(expected);
        int classes = MotifChain.Classes(attribute), chain = 0;
        foreach (var one in _chains[(int)attribute])
        {
            Foretell(one, probabilities.Slice(chain * classes, classes), features.Slice(chain * Features, Features));
            chain++;
        }
    }

    private void Foretell(MotifChain chain, Span<float> probabilities, Span<float> features)
    {
        var memory = _encoder.Memory;
        probabilities.Fill(1f / probabilities.Length);
        int left = FindAll(chain, memory);
        int order = 0, seen = 0, different = 0;
        while (left > 0)
        {
            seen = left;
            different = Mix(probabilities, left);
            long wanted = order == chain.Orders ? MotifChain.None : chain.Element(memory, memory.Count, order + 1);
            left = wanted == MotifChain.None ? 0 : Keep(chain, memory, order + 1, wanted, left);
            order += left > 0 ? 1 : 0;
        }
        features[0] = Math.Min(order, LongestLength) / LengthScale;
        features[1] = order > 0 ? 1 : 0;
        features[2] = seen > 0 ? (float)different / seen : 0;
        features[3] = MathF.Log2(1 + seen) / SeenScale;
    }

    // The empty context: every note that was ever heard.
    private int FindAll(MotifChain chain, MotifMemory memory)
    {
        int restOfNoIoi = (int)Math.Clamp(_encoder.RestOfNoIoi, int.MinValue / 2, int.MaxValue / 2);
        for (int note = 0; note < memory.Count; note++)
        {
            _places[note] = note;
            _classes[note] = chain.ClassOf(memory, chain.Symbol(memory, note), restOfNoIoi);
        }
        return memory.Count;
    }

    // Of the places left, those where the next order of the context is the wanted one too.
    private int Keep(MotifChain chain, MotifMemory memory, int order, long wanted, int left)
    {
        int kept = 0;
        for (int i = 0; i < left; i++)
        {
            if (chain.Element(memory, _places[i], order) == wanted)
                _places[kept++] = _places[i];
        }
        return kept;
    }

    // Mixes the counts at the places left into the estimate of the shorter context, and tells how many different symbols there are.
    private int Mix(Span<float> probabilities, int left)
    {
        int different = 0, outside = 0;
        for (int i = 0; i < left; i++)
        {
            int seen = _classes[_places[i]];
            if (seen < 0)
                different += outside++ == 0 ? 1 : 0;
            else
                different += _counts[seen]++ == 0 ? 1 : 0;
        }
        float all = left + different, kept = different / all;
        for (int i = 0; i < probabilities.Length; i++)
            probabilities[i] *= kept;
        for (int i = 0; i < left; i++)
        {
            int seen = _classes[_places[i]];
            if (seen < 0 || _counts[seen] == 0)
                continue;
            probabilities[seen] += _counts[seen] / all;
            _counts[seen] = 0;
        }
        return different;
    }
}
