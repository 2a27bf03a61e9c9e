namespace ComposerPlugin.Styles;

/// <summary>
/// Finds the styles and gives each a slot, by which hosts automate it. A slot never goes to another style: presets have theirs by the order in which
/// they were released, the user's own by the order in which they came, which a file in their folder remembers.
/// </summary>
/// <param name="presets">The folder of the presets.</param>
/// <param name="presetOrder">The presets' folders, in the order of their release; what is not among them has no slot.</param>
/// <param name="own">The folder of the user's own styles.</param>
public sealed class StyleCatalog(string presets, IReadOnlyList<string> presetOrder, string own)
{
    /// <summary>How many values the control has.</summary>
    public const int Slots = 128;

    /// <summary>How many of them are the presets'; the user's own styles follow.</summary>
    public const int PresetSlots = 32;

    /// <summary>The last value: the style that the project names, for one that has no slot here.</summary>
    public const int AsSaved = Slots - 1;

    private readonly Lock _gate = new();
    private readonly string[] _presetOrder = [.. presetOrder];
    private readonly UserSlots _slots = new(own);
    private readonly Dictionary<string, (long Stamp, string Name)> _names = [];
    private StyleList _present = StyleList.Empty;

    /// <summary>[any] The styles as they were last seen: the same list as long as they are the same.</summary>
    public StyleList Present => Volatile.Read(ref _present);

    /// <summary>[main or loader] Looks again. A folder is a style once it has a style.json, which the trainer writes last.</summary>
    public void Refresh()
    {
        lock (_gate)
        {
            var entries = new List<StyleEntry>();
            foreach (string name in FoldersOf(presets))
            {
                int slot = Array.IndexOf(_presetOrder, name);
                entries.Add(Entry(slot < 0 ? Slots : slot, name, Path.Combine(presets, name)));
            }
            string[] mine = [.. FoldersOf(own)];
            var slots = _slots.Of(mine);
            // A preset's id stays the preset's, or else one more folder would change what projects play.
            foreach (string name in mine)
                entries.Add(Entry(slots.GetValueOrDefault(name, Slots), entries.Exists(entry => entry.Id == name) ? $"own/{name}" : name, Path.Combine(own, name)));
            entries = [.. entries.OrderBy(entry => entry.Slot)];
            if (!entries.SequenceEqual(_present.Entries))
                Volatile.Write(ref _present, new(entries));
        }
    }

    private static IEnumerable<string> FoldersOf(string folder)
    {
        try
        {
            return [.. Directory.EnumerateDirectories(folder).Where(path => File.Exists(Path.Combine(path, StyleFile.FileName)))
                .Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private StyleEntry Entry(int slot, string id, string folder)
    {
        long stamp = FileStamp.Of(folder);
        if (!_names.TryGetValue(folder, out var named) || named.Stamp != stamp)
            _names[folder] = named = (stamp, NameOf(folder));
        return new(slot, id, named.Name, folder);
    }

    // What is wrong with a style is said when it is chosen.
    private static string NameOf(string folder)
    {
        try
        {
            return StyleFile.Read(folder).Name;
        }
        catch (StyleException)
        {
            return Path.GetFileName(folder);
        }
    }
}
