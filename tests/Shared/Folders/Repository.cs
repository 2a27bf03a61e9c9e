using System.Runtime.CompilerServices;

namespace ComposerPlugin.Tests.Shared;

/// <summary>Files of this repository that tests read in place.</summary>
internal static class Repository
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "../../.."));

    /// <summary>The absolute path of a file or folder.</summary>
    /// <param name="path">Its path from the root of the repository.</param>
    public static string File(string path) => Path.Combine(Root, path);

    private static string Here([CallerFilePath] string path = "") => path;
}
