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
