using ComposerPlugin.Styles;

namespace ComposerPlugin.Composing;

/// <summary>[any] Errors that no instance can report: those of the threads that serve them all.</summary>
internal static class ThreadErrors
{
    private static string? _last;

    /// <summary>The last error, as a clause; null if there was none.</summary>
    public static string? Last => Volatile.Read(ref _last);

    /// <summary>Keeps an error.</summary>
    public static void Report(Exception exception) =>
        Volatile.Write(ref _last, $"{exception.GetType().Name}: {StyleBorder.OneLine(exception)}");
}
