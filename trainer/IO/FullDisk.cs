namespace ComposerPlugin.Trainer.IO;

/// <summary>Distinguishes a full disk, which is no bad input, from other errors of writing a file.</summary>
internal static class FullDisk
{
    // ENOSPC; EDQUOT on Linux and on macOS; ERROR_HANDLE_DISK_FULL and ERROR_DISK_FULL on Windows.
    private static readonly int[] _codes = [28, 122, 69, unchecked((int)0x80070027), unchecked((int)0x80070070)];

    /// <summary>Whether a full disk is the cause of an exception or of an inner one.</summary>
    public static bool Is(Exception exception) =>
        (exception is IOException && _codes.Contains(exception.HResult)) || (exception.InnerException is { } inner && Is(inner));
}
