namespace ComposerPlugin;

/// <summary>
/// [any] The programs that come with the bundle: presets/STYLE/programs/*.json, each a state (<see cref="PluginState"/>) that names its
/// <c>program</c>. They are read once, when the first instance is made.
/// </summary>
public static class FactoryPrograms
{
    private const int MostBytes = 1 << 16;

    /// <summary>The name of the first: all controls at their defaults.</summary>
    public const string Standard = "Default";

    /// <summary>All: the default, then those of the styles, in the order of their files' names.</summary>
    public static IReadOnlyList<FactoryProgram> All { get; } = [new(Standard, null, new Dictionary<string, double>()), .. Read(StylePaths.Presets)];

    /// <summary>The place of a program; the default's when there is none of that name.</summary>
    public static int IndexOf(string? name)
    {
        for (int i = 0; i < All.Count; i++)
        {
            if (All[i].Name == name)
                return i;
        }
        return 0;
    }

    /// <summary>Reads the programs of all styles in a folder; a file that is none is passed over.</summary>
    public static IEnumerable<FactoryProgram> Read(string presets)
    {
        try
        {
            return [.. Directory.EnumerateFiles(presets, "*.json", SearchOption.AllDirectories)
                .Where(file => Path.GetFileName(Path.GetDirectoryName(file)) == "programs" && new FileInfo(file).Length <= MostBytes)
                .Order(StringComparer.Ordinal).Select(ReadOne).OfType<FactoryProgram>()];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Without the bundle's folder there is the default alone.
            return [];
        }
    }

    private static FactoryProgram? ReadOne(string file) =>
        PluginState.TryRead(File.ReadAllBytes(file), out var state) && state.Program is { Length: > 0 } name ? new(name, state.Style, state.Parameters) : null;
}
