namespace ComposerPlugin.Tests.Published;

/// <summary>The published bundle, and modified copies of it.</summary>
internal static class Bundle
{
    public const string Style = "Contents/Resources/presets/irish-scots-session";
    public const string Library = "Contents/x86_64-linux/ComposerPlugin.so";
    public const string OnnxRuntime = "Contents/x86_64-linux/libonnxruntime.so";

    public static string Folder { get; } = Existing(Repository.File("dist/ComposerPlugin.vst3"));

    /// <summary>All files, by their paths in the folder.</summary>
    public static IEnumerable<string> Files =>
        Directory.GetFiles(Folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Folder, file));

    /// <summary>A modified copy; it stays until the process ends, because libraries stay mapped.</summary>
    public static string Copy(Action<string> damage)
    {
        string copy = Path.Combine(Directory.CreateTempSubdirectory("composer-").FullName, "ComposerPlugin.vst3");
        foreach (string file in Files)
        {
            string target = Path.Combine(copy, file);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(Path.Combine(Folder, file), target);
        }
        damage(copy);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(Path.GetDirectoryName(copy)!, recursive: true);
        return copy;
    }

    private static string Existing(string path) =>
        Directory.Exists(path) ? path : throw new DirectoryNotFoundException($"{path} is not there: run ./build.sh before the tests.");
}
