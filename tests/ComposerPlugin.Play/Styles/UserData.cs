using System.Runtime.InteropServices;

namespace ComposerPlugin.Play;

/// <summary>The folder in which the plugin looks for user styles.</summary>
internal static class UserData
{
    private const string Variable = "XDG_DATA_HOME";

    /// <summary>The plugin's folder in the musician's data folder.</summary>
    public static string Folder { get; } = Path.Combine(Environment.GetFolderPath(
        OperatingSystem.IsWindows() ? Environment.SpecialFolder.ApplicationData : Environment.SpecialFolder.LocalApplicationData,
        Environment.SpecialFolderOption.DoNotVerify), "ComposerPlugin");

    /// <summary>
    /// Has the plugin find a style that is not installed, under an id of a user style: a copy of it, in a data folder of this process. Call
    /// it before the plugin's library is loaded, which reads the process's own environment and not .NET's copy.
    /// </summary>
    /// <exception cref="FormatException">The system has no such variable, or the style cannot be copied.</exception>
    public static void Lend(PlayStyle style)
    {
        if (!OperatingSystem.IsLinux())
            throw new FormatException($"--style {style.Folder}: copy this folder to {Path.Combine(Folder, "styles")} and give its name.");
        string data = Directory.CreateTempSubdirectory("composer-style-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(data, recursive: true);
        string folder = Path.Combine(data, "ComposerPlugin", "styles", Path.GetFileName(style.Id));
        Directory.CreateDirectory(folder);
        try
        {
            // Not the checkpoints beside them.
            foreach (string file in Directory.EnumerateFiles(style.Folder).Where(file => Path.GetExtension(file) is ".json" or ".onnx"))
                File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new FormatException($"--style {style.Folder}: it cannot be read ({exception.Message})", exception);
        }
        if (setenv(Variable, data, 1) != 0)
            throw new InvalidOperationException($"{Variable} cannot be set.");
    }

    [DllImport("libc", CharSet = CharSet.Ansi, BestFitMapping = false)]
    private static extern int setenv(
        [MarshalAs(UnmanagedType.LPUTF8Str)] string name, [MarshalAs(UnmanagedType.LPUTF8Str)] string value, int overwrite);
}
