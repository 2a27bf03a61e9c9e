namespace ComposerPlugin.Trainer.Evaluation;

/// <summary>
/// Counts by 64-bit key, in an open-addressing hash table, because a dictionary of tens of millions of contexts takes too much memory.
/// The lowest bit of keys is ignored.
/// </summary>
internal sealed class CountTable
{
    private const int FirstBits = 10;

    private ulong[] _keys = new ulong[1 << FirstBits];
    private int[] _counts = new int[1 << FirstBits];
    private int _used;

    /// <summary>The count of a key; 0 if it was never added.</summary>
    public int this[ulong key]
    {
        get
        {
            int slot = Find(_keys, key | 1);
            return _keys[slot] == 0 ? 0 : _counts[slot];
        }
    }

    /// <summary>Adds one to the count of a key; returns whether it was 0.</summary>
    public bool Increment(ulong key)
    {
        if (2 * _used >= _keys.Length)
            Grow();
        int slot = Find(_keys, key | 1);
        bool isNew = _keys[slot] == 0;
        if (isNew)
        {
            _keys[slot] = key | 1;    // 0 marks a free slot
            _used++;
        }
        _counts[slot]++;
        return isNew;
    }

    public void Clear()
    {
        Array.Clear(_keys);
        Array.Clear(_counts);
        _used = 0;
    }

    private static int Find(ulong[] keys, ulong key)
    {
        int mask = keys.Length - 1;
        int slot = (int)((key * 0x9E3779B97F4A7C15) >> 32) & mask;
        while (keys[slot] != 0 && keys[slot] != key)
            slot = (slot + 1) & mask;
        return slot;
    }

    private void Grow()
    {
        var (keys, counts) = (_keys, _counts);
        (_keys, _counts) = (new ulong[keys.Length * 2], new int[counts.Length * 2]);
        for (int i = 0; i < keys.Length; i++)
        {
            if (keys[i] == 0)
                continue;
            int slot = Find(_keys, keys[i]);
            (_keys[slot], _counts[slot]) = (keys[i], counts[i]);
        }
    }
}
