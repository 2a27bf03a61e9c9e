using System.ComponentModel;
using System.Diagnostics;

namespace ComposerPlugin;

/// <summary>[main] Shows folders in the system's file manager, when the musician asks for it.</summary>
internal static class FileManager
{
    /// <summary>The message of whatever needs the musician's folder.</summary>
    public const string NoHome = "This account has no home folder, so there is no folder for your files: set HOME and start the host again.";

    /// <summary>Shows a folder, which is made if it is missing.</summary>
    /// <param name="folder">The folder; null if there is no musician's folder.</param>
    /// <returns>Null, or why it could not be shown, in one sentence.</returns>
    public static string? Show(string? folder)
    {
        if (folder is null)
            return NoHome;
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
