using ComposerPlugin.Styles;

namespace ComposerPlugin;

/// <summary>
/// [any] The programs of the styles: STYLE/programs/*.json, each a <see cref="PluginState"/> with the key <c>program</c>. They are read
/// once, with the first instance, because hosts may cache the list: indices do not change until the process ends.
/// </summary>
public static class FactoryPrograms
{
    private const int MaxBytes = 1 << 16, MaxPerStyle = 64;

    /// <summary>The name of the first program: all parameters and the style at their defaults.</summary>
    public const string DefaultName = "Default";

    /// <summary>
    /// All programs: the default, then those of the presets by file name, then those of the user styles in the order of their slots, so
    /// that new ones do not change the indices of others.
    /// </summary>
    public static IReadOnlyList<FactoryProgram> All { get; } = ReadAll();

    /// <summary>The index of a program; 0, the default, if no program has the name.</summary>
    public static int IndexOf(string? name)
    {
        for (int i = 0; i < All.Count; i++)
        {
            if (All[i].Name == name)
                return i;
        }
        return 0;
    }

    /// <summary>Reads the programs of all styles in a folder; other files are ignored.</summary>
    public static IEnumerable<FactoryProgram> Read(string presets)
    {
        try
        {
            return [.. Directory.EnumerateFiles(presets, "*.json", SearchOption.AllDirectories)
                .Where(file => Path.GetFileName(Path.GetDirectoryName(file)) == "programs")
                .Where(file => new FileInfo(file).Length is > 0 and <= MaxBytes)
                .Order(StringComparer.Ordinal).Select(ReadOne).OfType<FactoryProgram>()];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Outside a bundle there are no preset programs.
            return [];
        }
    }

    /// <summary>
    /// Reads the programs of a user style. They are assigned to that style, whatever style they contain. A name that is in use gets the
    /// style's name appended.
    /// </summary>
    /// <param name="style">The style.</param>
    /// <param name="before">The programs before these, whose names are in use.</param>
    public static IEnumerable<FactoryProgram> ReadUser(StyleEntry style, IEnumerable<FactoryProgram> before)
    {
        var taken = before.Select(program => program.Name).ToHashSet();
        foreach (var program in Read(Path.Combine(style.Folder, "programs")).Take(MaxPerStyle))
        {
            string name = taken.Contains(program.Name) ? $"{program.Name} ({style.Name})" : program.Name;
            if (taken.Add(name))
                yield return program with { Name = name, Style = style.Id };
        }
    }

    private static List<FactoryProgram> ReadAll()
    {
        // Titles have the names of the styles.
        StylePaths.Catalog.Refresh();
        List<FactoryProgram> all = [new(DefaultName, StylePaths.DefaultStyle, new Dictionary<string, double>()), .. Read(StylePaths.Presets)];
        foreach (var style in StylePaths.Catalog.Current.Entries)
        {
            if (style.Slot is >= StyleCatalog.PresetSlots and < StyleCatalog.AsSaved)
                all.AddRange(ReadUser(style, all));
        }
        return all;
    }

    private static FactoryProgram? ReadOne(string file) =>
        PluginState.TryRead(File.ReadAllBytes(file), out var state) && state.Program is { Length: > 0 } name
            ? new(name, state.Style, state.Parameters)
            : null;
}
