using ComposerPlugin.Styles;

namespace ComposerPlugin;

/// <summary>
/// [any] The programs of the styles: STYLE/programs/*.json, each a <see cref="PluginState"/> with the key <c>program</c>. They are read
/// once, with the first instance, because hosts may cache the list: indices do not change until the process ends.
/// </summary>
public static class FactoryPrograms
{
    /// <summary>The folder of the programs in a style's folder.</summary>
    internal const string Folder = "programs";

    /// <summary>The largest file that is read, in bytes, and the number of files that are read of a user style.</summary>
    internal const int MaxBytes = 1 << 16, MaxPerStyle = 64;

    private const int MaxFiles = 1024;

    // Nothing below, and nothing behind a link, which may lead anywhere.
    private static readonly EnumerationOptions _here = new() { AttributesToSkip = 0, IgnoreInaccessible = true };

    private static readonly Lock _gate = new();
    private static List<FactoryProgram>? _all;

    /// <summary>The name of the first program: all parameters at their defaults.</summary>
    public const string DefaultName = "Default";

    /// <summary>
    /// All programs: the default, then those of the presets by file name, then those of the user styles in the order of their slots, so
    /// that new ones do not change the indices of others.
    /// </summary>
    public static IReadOnlyList<FactoryProgram> All
    {
        get
        {
            lock (_gate)
                return _all ??= ReadAll();
        }
    }

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

    /// <summary>Reads the programs of all styles in a folder; other files, and those that cannot be read, are ignored.</summary>
    public static IEnumerable<FactoryProgram> Read(string presets) =>
        FilesOf(() => Directory.EnumerateDirectories(presets, "*", _here)).SelectMany(ReadFolder);

    /// <summary>
    /// Reads the programs of a user style. They are assigned to that style, whatever style they contain. A name that is in use gets the
    /// style's name appended.
    /// </summary>
    /// <param name="style">The style.</param>
    /// <param name="before">The programs before these, whose names are in use.</param>
    public static IEnumerable<FactoryProgram> ReadUser(StyleEntry style, IEnumerable<FactoryProgram> before)
    {
        var taken = before.Select(program => program.Name).ToHashSet();
        foreach (var program in ReadFolder(style.Folder).Take(MaxPerStyle))
        {
            string name = taken.Contains(program.Name) ? $"{program.Name} ({style.Name})" : program.Name;
            if (taken.Add(name))
                yield return program with { Name = name, Style = style.Id };
        }
    }

    private static List<FactoryProgram> ReadAll()
    {
        List<FactoryProgram> all = [new(DefaultName, null, new Dictionary<string, double>()), .. Read(StylePaths.Presets)];
        StylePaths.Catalog.Refresh();
        foreach (var style in StylePaths.Catalog.Current.Entries)
        {
            if (style.Slot is >= StyleCatalog.PresetSlots and < StyleCatalog.AsSaved)
                all.AddRange(ReadUser(style, all));
        }
        return all;
    }

    private static IEnumerable<FactoryProgram> ReadFolder(string style)
    {
        string folder = Path.Combine(style, Folder);
        return FilesOf(() => IsLink(style) || IsLink(folder) ? [] : Directory.EnumerateFiles(folder, "*.json", _here))
            .Select(ReadOne).OfType<FactoryProgram>();
    }

    // Without the folder, as outside a bundle, there are none.
    private static IReadOnlyList<string> FilesOf(Func<IEnumerable<string>> find)
    {
        try
        {
            return [.. find().Where(path => !IsLink(path)).Take(MaxFiles).Order(StringComparer.Ordinal)];
        }
        catch (Exception)
        {
            return [];
        }
    }

    private static bool IsLink(string path) => new FileInfo(path).LinkTarget is not null;

    private static FactoryProgram? ReadOne(string file)
    {
        try
        {
            // Pipes and devices have length 0 too; opening one could block forever.
            return new FileInfo(file).Length is > 0 and <= MaxBytes
                && PluginState.TryRead(File.ReadAllBytes(file), out var state) && state.Program is { Length: > 0 } name
                ? new(name, state.Style, state.Parameters)
                : null;
        }
        catch (Exception)
        {
            // One bad file costs its program only.
            return null;
        }
    }
}
