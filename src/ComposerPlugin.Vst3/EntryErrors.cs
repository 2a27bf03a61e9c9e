using System.Runtime.CompilerServices;

namespace ComposerPlugin.Vst3;

/// <summary>[any] Exceptions turned into error codes at the border to the host. Zero is the only good number.</summary>
public static class Faults
{
    private static int _count;
    private static Fault? _first;

    /// <summary>How many there were.</summary>
    public static int Count => Volatile.Read(ref _count);

    /// <summary>The first one since the start or since <see cref="Clear"/>.</summary>
    public static Fault? First => Volatile.Read(ref _first);

    /// <summary>Forgets all.</summary>
    public static void Clear()
    {
        Volatile.Write(ref _count, 0);
        Volatile.Write(ref _first, null);
    }

    /// <summary>Counts, keeps the first, and gives the code for the host.</summary>
    internal static int Report(Exception exception, [CallerFilePath] string file = "", [CallerMemberName] string member = "")
    {
        Interlocked.Increment(ref _count);
        if (First is null)
            Interlocked.CompareExchange(ref _first, new Fault($"{Path.GetFileNameWithoutExtension(file)}.{member}", exception), null);
        return Result.InternalError;
    }
}
