using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ComposerPlugin.Tests.Shared;

/// <summary>
/// The plugin's user data folder in this process: an empty folder, so that nothing depends on your own styles. Only on Linux; other
/// systems find the folder in other ways.
/// </summary>
internal static class DataFolder
{
    public static string Path { get; } = Directory.CreateTempSubdirectory("composer-data-").FullName;

    /// <summary>The folder of user styles.</summary>
    public static string Styles { get; } = System.IO.Path.Combine(Path, "ComposerPlugin", "styles");

    /// <summary>
    /// Runs before all other code of the program: a published library reads the process's own environment, which .NET copies at
    /// startup and never writes back, and reads it once. Child processes get .NET's copy.
    /// </summary>
    [ModuleInitializer]
    internal static void Set()
    {
        if (!OperatingSystem.IsLinux())
            return;
        const string Name = "XDG_DATA_HOME";
        Environment.SetEnvironmentVariable(Name, Path);
        if (setenv(Name, Path, 1) != 0)
            throw new InvalidOperationException($"{Name} cannot be set.");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(Path, recursive: true);
    }

    [DllImport("libc", CharSet = CharSet.Ansi, BestFitMapping = false)]
    private static extern int setenv(
        [MarshalAs(UnmanagedType.LPUTF8Str)] string name, [MarshalAs(UnmanagedType.LPUTF8Str)] string value, int overwrite);
}
