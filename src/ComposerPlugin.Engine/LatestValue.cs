namespace ComposerPlugin.Engine;

/// <summary>
/// A value that one thread writes and any thread reads: the reader gets the newest whole value, never a mixture, and misses
/// older ones. Neither side waits: the writer never, the reader only repeats a copy that a write has overlapped.
/// </summary>
/// <typeparam name="T">A plain value.</typeparam>
public sealed class LatestValue<T>
    where T : unmanaged
{
    private T _value;

    // Odd while a write is under way (Lameter, "Effective synchronization on Linux/NUMA systems", 2005: sequence lock).
    private long _version;

    /// <summary>Replaces the value; one thread only.</summary>
    public void Write(in T value)
    {
        Volatile.Write(ref _version, _version + 1);
        Interlocked.MemoryBarrier();
        _value = value;
        Volatile.Write(ref _version, _version + 1);
    }

    /// <summary>The newest value.</summary>
    public T Read()
    {
        while (true)
        {
            long before = Volatile.Read(ref _version);
            var value = _value;
            Interlocked.MemoryBarrier();
            if ((before & 1) == 0 && before == Volatile.Read(ref _version))
                return value;
        }
    }
}
