using ComposerPlugin.Styles;

namespace ComposerPlugin;

/// <summary>
/// [any] The programs that come with styles: STYLE/programs/*.json, each a state (<see cref="PluginState"/>) that names its <c>program</c>. They are read
/// once, when the first instance is made, because a host may count on its list: one's number stays until the process ends.
/// </summary>
public static class FactoryPrograms
{
    private const int MostBytes = 1 << 16, MostOfAStyle = 64;

    /// <summary>The name of the first: all controls at their defaults.</summary>
    public const string Standard = "Default";

    /// <summary>
    /// All: the default, then those of the presets by their files' names, then those of the user's own styles in the order in which the styles came, so that
    /// none takes the number of one before it.
    /// </summary>
    public static IReadOnlyList<FactoryProgram> All { get; } = ReadAll();

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
                .Where(file => Path.GetFileName(Path.GetDirectoryName(file)) == "programs" && new FileInfo(file).Length is > 0 and <= MostBytes)
                .Order(StringComparer.Ordinal).Select(ReadOne).OfType<FactoryProgram>()];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Without the bundle's folder there is the default alone.
            return [];
        }
    }

    /// <summary>Reads the programs in an own style's folder. Whatever style they name, they are that one's; what has the name of another gets the style's beside it.</summary>
    /// <param name="style">The style.</param>
    /// <param name="before">The programs whose names are taken.</param>
    public static IEnumerable<FactoryProgram> ReadOwn(StyleEntry style, IEnumerable<FactoryProgram> before)
    {
        var taken = before.Select(program => program.Name).ToHashSet();
        foreach (var program in Read(Path.Combine(style.Folder, "programs")).Take(MostOfAStyle))
        {
            string name = taken.Contains(program.Name) ? $"{program.Name} ({style.Name})" : program.Name;
            if (taken.Add(name))
                yield return program with { Name = name, Style = style.Id };
        }
    }

    private static List<FactoryProgram> ReadAll()
    {
        List<FactoryProgram> all = [new(Standard, null, new Dictionary<string, double>()), .. Read(StylePaths.Presets)];
        StylePaths.Catalog.Refresh();
        foreach (var style in StylePaths.Catalog.Present.Entries.Where(entry => entry.Slot is >= StyleCatalog.PresetSlots and < StyleCatalog.AsSaved))
            all.AddRange(ReadOwn(style, all));
        return all;
    }

    private static FactoryProgram? ReadOne(string file) =>
        PluginState.TryRead(File.ReadAllBytes(file), out var state) && state.Program is { Length: > 0 } name ? new(name, state.Style, state.Parameters) : null;
}
