using System.Text;
using ComposerPlugin.Tests.Shared;

namespace ComposerPlugin.Benchmarks;

/// <summary>A style that the plugin finds among the user's. Construct it before the library is loaded. Linux only.</summary>
internal sealed class UserStyle
{
    private const string Id = "measured";

    /// <exception cref="FormatException">This system is not Linux.</exception>
    public UserStyle(string folder)
    {
        if (!OperatingSystem.IsLinux())
            throw new FormatException("--style works on Linux only.");
        string copy = Path.Combine(DataFolder.Styles, Id);
        Directory.CreateDirectory(copy);
        foreach (string file in Directory.GetFiles(folder).Where(file => Path.GetExtension(file) is ".json" or ".onnx"))
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
    }

    /// <summary>The state of an instance that plays it.</summary>
    public byte[] State { get; } = Encoding.UTF8.GetBytes($$"""{ "format": 1, "style": "{{Id}}" }""");
}
