using ComposerPlugin.Music;

namespace ComposerPlugin.Trainer.Evaluation;

/// <summary>The contexts of one choice, from the empty one to the longest, as hashes of their elements.</summary>
internal sealed class Contexts
{
    // The highest order of chains with pitches: in twelve keys, longer contexts would fill the memory and add little.
    private const int TransposedOrder = 6;

    private readonly ulong[] _hashes = new ulong[24];

    /// <summary>The number of contexts, the empty one included.</summary>
    public int Count { get; private set; }

    /// <summary>The hash of the context with this many elements.</summary>
    public ulong this[int order] => _hashes[order];

    /// <summary>Resets to the empty context.</summary>
    public void Begin()
    {
        _hashes[0] = 1;
        Count = 1;
    }

    /// <summary>Adds the context that has one element more than the last.</summary>
    public void Add(long element)
    {
        _hashes[Count] = Mix(_hashes[Count - 1], (ulong)element);
        Count++;
    }

    /// <summary>Fills in the contexts of a note, up to the highest order that a chain learns from a corpus.</summary>
    public void Fill(MotifChain chain, MotifMemory memory, int note, int transposition = 0)
    {
        Begin();
        int orders = chain.HoldsPitches ? Math.Min(TransposedOrder, chain.Orders) : chain.Orders;
        for (int order = 1; order <= orders; order++)
        {
            long element = chain.Element(memory, note, order, transposition);
            if (element == MotifChain.None)
                return;
            Add(element);
        }
    }

    /// <summary>Combines a hash with a value.</summary>
    public static ulong Mix(ulong hash, ulong value)
    {
        hash ^= value + 0x9E3779B97F4A7C15 + (hash << 6) + (hash >> 2);
        hash *= 0xFF51AFD7ED558CCD;
        return hash ^ (hash >> 33);
    }
}
