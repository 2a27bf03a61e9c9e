using System.ComponentModel;
using System.Diagnostics;

namespace ComposerPlugin;

/// <summary>[main] Shows folders in the system's file manager, when the musician asks for it.</summary>
internal static class FileManager
{
    /// <summary>Shows a folder, which is made if it is missing.</summary>
    /// <returns>Null, or why it could not be shown, in one sentence.</returns>
    public static string? Show(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            string program = OperatingSystem.IsWindows() ? "explorer.exe" : OperatingSystem.IsMacOS() ? "open" : "xdg-open";
            using var started = Process.Start(new ProcessStartInfo(program) { ArgumentList = { folder } });
            return null;
        }
        catch (Exception exception) when (exception is Win32Exception or IOException or UnauthorizedAccessException)
        {
            return $"The file manager did not start: the folder is {folder}.";
        }
    }
}
