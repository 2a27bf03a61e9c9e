using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ComposerPlugin.Tests.Shared;

/// <summary>
/// The folder that the plugin takes for the user's data folder in this process: an empty one, so that nothing depends on the styles of
/// whoever runs the program. On Linux alone; other systems ask for the folder in other ways.
/// </summary>
internal static class DataFolder
{
    public static string Path { get; } = Directory.CreateTempSubdirectory("composer-data-").FullName;

    /// <summary>Where the plugin looks for user styles.</summary>
    public static string Styles { get; } = System.IO.Path.Combine(Path, "ComposerPlugin", "styles");

    /// <summary>
    /// Runs before anything else of the program does: a published library reads the process's own environment, which .NET copies as it
    /// starts and never writes back, and reads it once. Child processes get .NET's copy.
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
