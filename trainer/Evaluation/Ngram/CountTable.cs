namespace ComposerPlugin.Trainer.Evaluation;

/// <summary>Counts by 64-bit key: an open hash table, because tens of millions of contexts do not fit a dictionary well.</summary>
internal sealed class CountTable
{
    private const int FirstBits = 10;

    private ulong[] _keys = new ulong[1 << FirstBits];
    private int[] _counts = new int[1 << FirstBits];
    private int _used;

    /// <summary>The count of a key; 0 when it was never added.</summary>
    public int this[ulong key]
    {
        get
        {
            int place = Find(_keys, key | 1);
            return _keys[place] == 0 ? 0 : _counts[place];
        }
    }

    /// <summary>Adds one to a key's count, and tells whether it was 0.</summary>
    public bool Increment(ulong key)
    {
        if (2 * _used >= _keys.Length)
            Grow();
        int place = Find(_keys, key | 1);
        bool isNew = _keys[place] == 0;
        if (isNew)
        {
            _keys[place] = key | 1;    // 0 marks a free place
            _used++;
        }
        _counts[place]++;
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
        int place = (int)((key * 0x9E3779B97F4A7C15) >> 32) & mask;
        while (keys[place] != 0 && keys[place] != key)
            place = (place + 1) & mask;
        return place;
    }

    private void Grow()
    {
        var (keys, counts) = (_keys, _counts);
        (_keys, _counts) = (new ulong[keys.Length * 2], new int[counts.Length * 2]);
        for (int i = 0; i < keys.Length; i++)
        {
            if (keys[i] == 0)
                continue;
            int place = Find(_keys, keys[i]);
            (_keys[place], _counts[place]) = (keys[i], counts[i]);
        }
    }
}
