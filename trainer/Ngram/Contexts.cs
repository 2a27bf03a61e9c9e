namespace ComposerPlugin.Trainer.Ngram;

/// <summary>The contexts of one choice, from the empty one to the longest, each a hash of what it holds.</summary>
internal sealed class Contexts
{
    private readonly ulong[] _hashes = new ulong[24];
    private ulong _hash;

    public int Count { get; private set; }

    public ulong this[int order] => _hashes[order];

    /// <summary>Begins with the empty context.</summary>
    public void Begin()
    {
        (Count, _hash) = (0, 1);
        Close();
    }

    /// <summary>Adds to the context under way.</summary>
    public Contexts With(int value)
    {
        _hash = Mix(_hash, (ulong)(uint)value);
        return this;
    }

    /// <summary>Makes the context under way one of the list.</summary>
    public void Close() => _hashes[Count++] = _hash;

    public static ulong Mix(ulong hash, ulong value)
    {
        hash ^= value + 0x9E3779B97F4A7C15 + (hash << 6) + (hash >> 2);
        hash *= 0xFF51AFD7ED558CCD;
        return hash ^ (hash >> 33);
    }
}
