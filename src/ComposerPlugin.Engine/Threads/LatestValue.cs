namespace ComposerPlugin.Engine;

/// <summary>
/// The latest value of one writing thread, for any number of readers (a seqlock: Boehm, Can Seqlocks Get Along with Programming Language
/// Memory Models?, 2012). The writer never waits; a reader that was overtaken while it copied reads again.
/// </summary>
/// <typeparam name="T">A type without references: nothing for the garbage collector to follow crosses threads.</typeparam>
public sealed class LatestValue<T>
    where T : unmanaged
{
    private T _value;

    // Odd while the value is being written.
    private int _version;

    /// <summary>[one thread] Replaces the value.</summary>
    public void Write(in T value)
    {
        int version = _version;
        Volatile.Write(ref _version, version + 1);
        // The value's own writes must not be seen before the odd version.
        Interlocked.MemoryBarrier();
        _value = value;
        Volatile.Write(ref _version, version + 2);
    }

    /// <summary>
    /// [any] Copies the value if it was written since the last call. While it is being written there is none: the next call has it.
    /// </summary>
    /// <param name="seen">What the last call has seen; 0 before the first.</param>
    /// <param name="value">The value; undefined if there is none.</param>
    /// <returns>Whether there is a new value.</returns>
    public bool TryRead(ref int seen, ref T value)
    {
        int before = Volatile.Read(ref _version);
        if (before == seen || (before & 1) != 0)
            return false;
        value = _value;
        Interlocked.MemoryBarrier();
        if (before != Volatile.Read(ref _version))
            return false;
        seen = before;
        return true;
    }

    /// <summary>[any but audio] A copy of the latest value.</summary>
    public T Read()
    {
        while (true)
        {
            int before = Volatile.Read(ref _version);
            var copy = _value;
            Interlocked.MemoryBarrier();
            if ((before & 1) == 0 && before == Volatile.Read(ref _version))
                return copy;
            Thread.SpinWait(8);
        }
    }
}
