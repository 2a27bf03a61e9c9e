using System.Runtime.CompilerServices;

namespace ComposerPlugin.Vst3;

/// <summary>[any] Records the exceptions that the entry points returned to the host as error codes. Any exception is a bug.</summary>
public static class EntryErrors
{
    private static int _count;
    private static EntryError? _first;

    /// <summary>The number of exceptions since the start or since <see cref="Clear"/>.</summary>
    public static int Count => Volatile.Read(ref _count);

    /// <summary>The first exception since the start or since <see cref="Clear"/>; null if there is none.</summary>
    public static EntryError? First => Volatile.Read(ref _first);

    /// <summary>Resets <see cref="Count"/> and <see cref="First"/>.</summary>
    public static void Clear()
    {
        Volatile.Write(ref _count, 0);
        Volatile.Write(ref _first, null);
    }

    /// <summary>Records an exception of a callback that is no entry point, such as that of a window.</summary>
    public static void Add(Exception exception) => Report(exception, nameof(EntryErrors), nameof(Add));

    /// <summary>Records an exception and returns the result code for the host.</summary>
    internal static int Report(Exception exception, [CallerFilePath] string file = "", [CallerMemberName] string member = "")
    {
        Interlocked.Increment(ref _count);
        if (First is null)
            Interlocked.CompareExchange(ref _first, new EntryError($"{Path.GetFileNameWithoutExtension(file)}.{member}", exception), null);
        return Result.InternalError;
    }
}
