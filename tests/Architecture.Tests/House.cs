using System.Xml.Linq;

namespace Architecture.Tests;

/// <summary>The repository: its projects, and the arrows between them.</summary>
internal static class House
{
    /// <summary>The folder with the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The project files that make up the product, by the project's name.</summary>
    public static IReadOnlyDictionary<string, string> Projects { get; } = Directory
        .EnumerateFiles(Path.Combine(Root, "src"), "*.csproj", SearchOption.AllDirectories)
        .Append(Path.Combine(Root, "trainer", "ComposerTrainer.csproj"))
        .ToDictionary(path => Path.GetFileNameWithoutExtension(path));

    /// <summary>The references between them.</summary>
    public static IEnumerable<Arrow> References =>
        from project in Projects
        from reference in XDocument.Load(project.Value).Descendants("ProjectReference")
        select new Arrow(project.Key, Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value));

    /// <summary>The C# files of a folder, and of its subfolders.</summary>
    public static IEnumerable<string> Sources(string folder) => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
        .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    private static string FindRoot()
    {
        string folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "ComposerPlugin.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("No folder above the test program holds ComposerPlugin.sln.");
        return folder;
    }
}
