using System.Runtime.InteropServices;
using System.Text;

namespace ComposerPlugin.Benchmarks;

/// <summary>A style that the plugin finds among the user's own, in a folder made for it. Make it before the library is loaded. Linux alone.</summary>
internal sealed class UserStyle : IDisposable
{
    private const string Id = "measured";

    private readonly string _home = Directory.CreateTempSubdirectory("composer-home-").FullName;

    /// <exception cref="FormatException">The plugin cannot be told where the style is.</exception>
    public UserStyle(string folder)
    {
        // The library reads the process's own environment, which .NET only copies.
        if (!OperatingSystem.IsLinux() || setenv("XDG_DATA_HOME", _home, 1) != 0)
            throw new FormatException("--style works on Linux alone.");
        string own = Path.Combine(_home, "ComposerPlugin", "styles", Id);
        Directory.CreateDirectory(own);
        foreach (string file in Directory.GetFiles(folder).Where(file => Path.GetExtension(file) is ".json" or ".onnx"))
            File.Copy(file, Path.Combine(own, Path.GetFileName(file)));
    }

    /// <summary>The state of an instance that plays it.</summary>
    public byte[] State { get; } = Encoding.UTF8.GetBytes($$"""{ "format": 1, "style": "{{Id}}" }""");

    public void Dispose() => Directory.Delete(_home, recursive: true);

    [DllImport("libc", CharSet = CharSet.Ansi, BestFitMapping = false)]
    private static extern int setenv([MarshalAs(UnmanagedType.LPUTF8Str)] string name, [MarshalAs(UnmanagedType.LPUTF8Str)] string value, int overwrite);
}
