namespace ComposerPlugin.Trainer.IO;

/// <summary>Tells a disk that is full from other reasons why a file cannot be written: it is no mistake of what was asked for.</summary>
internal static class FullDisk
{
    // ENOSPC; EDQUOT of Linux and of macOS; ERROR_HANDLE_DISK_FULL and ERROR_DISK_FULL of Windows.
    private static readonly int[] _codes = [28, 122, 69, unchecked((int)0x80070027), unchecked((int)0x80070070)];

    /// <summary>Whether that is why, or why what lies behind it failed.</summary>
    public static bool Is(Exception exception) =>
        (exception is IOException && _codes.Contains(exception.HResult)) || (exception.InnerException is { } inner && Is(inner));
}
