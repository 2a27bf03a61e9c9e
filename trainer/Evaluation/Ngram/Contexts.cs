using ComposerPlugin.Music;

namespace ComposerPlugin.Trainer.Evaluation;

/// <summary>The contexts of one choice, from the empty one to the longest, each a hash of what it holds.</summary>
internal sealed class Contexts
{
    // What comes from the corpus in twelve keys is looked up to this order only: it would fill the memory and say little.
    private const int TransposedOrder = 6;

    private readonly ulong[] _hashes = new ulong[24];

    public int Count { get; private set; }

    public ulong this[int order] => _hashes[order];

    /// <summary>Begins with the empty context.</summary>
    public void Begin()
    {
        _hashes[0] = 1;
        Count = 1;
    }

    /// <summary>Adds the context that holds one element more than the last.</summary>
    public void Add(long element)
    {
        _hashes[Count] = Mix(_hashes[Count - 1], (ulong)element);
        Count++;
    }

    /// <summary>Writes the contexts of a note, as far as a chain learns them from a corpus.</summary>
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

    public static ulong Mix(ulong hash, ulong value)
    {
        hash ^= value + 0x9E3779B97F4A7C15 + (hash << 6) + (hash >> 2);
        hash *= 0xFF51AFD7ED558CCD;
        return hash ^ (hash >> 33);
    }
}
