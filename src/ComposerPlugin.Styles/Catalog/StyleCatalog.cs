namespace ComposerPlugin.Styles;

/// <summary>
/// Finds the styles and assigns each a slot: its value of the Style parameter, which hosts automate. A slot is never reassigned to another
/// style. Presets have slots in the order of their release, user styles in the order in which they were first found, stored in a file in
/// their folder.
/// </summary>
/// <param name="presets">The folder of the presets.</param>
/// <param name="presetOrder">The presets' folder names, in the order of their release; other presets get no slot.</param>
/// <param name="user">The folder of the user styles; null if there is none on this system.</param>
public sealed class StyleCatalog(string presets, IReadOnlyList<string> presetOrder, string? user)
{
    /// <summary>The number of values of the Style parameter.</summary>
    public const int Slots = 128;

    /// <summary>The number of slots for presets; the slots of user styles follow.</summary>
    public const int PresetSlots = 32;

    /// <summary>The last value: the style named in the project, if it has no slot here.</summary>
    public const int AsSaved = Slots - 1;

    /// <summary>Stands before the folder's name in the id of a user style that is named like a preset.</summary>
    public const string OwnPrefix = "own/";

    private const string CannotMake = "the folder of your styles cannot be made";

    private readonly Lock _gate = new();
    private readonly string[] _presetOrder = [.. presetOrder];
    private readonly UserSlots? _slots = user is null ? null : new(user);
    private readonly Dictionary<string, (long Stamp, string Name)> _names = [];
    private StyleList _current = StyleList.Empty;
    private string? _problem;

    /// <summary>[any] The styles found by the last <see cref="Refresh"/>; a new object only if they changed.</summary>
    public StyleList Current => Volatile.Read(ref _current);

    /// <summary>
    /// [any] Why user styles are not found, or not at the same slots next time, in a clause of a sentence; null if nothing is wrong.
    /// </summary>
    public string? Problem => user is null ? "there is no home folder for your styles" : Volatile.Read(ref _problem);

    /// <summary>[main] Makes the folder of the user styles if it is missing. <see cref="Problem"/> says if that is not possible.</summary>
    public void MakeUserFolder()
    {
        try
        {
            if (user is not null)
                Directory.CreateDirectory(user);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Volatile.Write(ref _problem, CannotMake);
        }
    }

    /// <summary>
    /// [main or loader] Searches the folders again. A folder counts as a style if it has a style.json, which the trainer writes last.
    /// </summary>
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
            if (user is not null && _slots is not null)
                AddUserStyles(entries, user, _slots);
            entries = [.. entries.OrderBy(entry => entry.Slot)];
            if (!entries.SequenceEqual(_current.Entries))
                Volatile.Write(ref _current, new(entries));
        }
    }

    private void AddUserStyles(List<StyleEntry> entries, string folder, UserSlots userSlots)
    {
        string[] names = [.. FoldersOf(folder)];
        var slots = userSlots.Assign(names);
        foreach (string name in names)
        {
            // A user style cannot take a preset's id: a new folder would change what projects play.
            string id = entries.Exists(entry => entry.Id == name) ? OwnPrefix + name : name;
            entries.Add(Entry(slots.GetValueOrDefault(name, Slots), id, Path.Combine(folder, name)));
        }
        Volatile.Write(ref _problem, userSlots.Problem ?? (_problem == CannotMake && !Directory.Exists(folder) ? CannotMake : null));
    }

    private static IEnumerable<string> FoldersOf(string folder)
    {
        try
        {
            return [.. Directory.EnumerateDirectories(folder).Where(path => File.Exists(Path.Combine(path, StyleFile.FileName)))
                .Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];
        }
        catch (Exception)
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

    // Errors in a style are reported when it is chosen, not here.
    private static string NameOf(string folder)
    {
        try
        {
            // A link to another folder is listed, and refused when it is chosen.
            return new DirectoryInfo(folder).LinkTarget is null ? StyleFile.Read(folder).Name : Path.GetFileName(folder);
        }
        catch (Exception)
        {
            return Path.GetFileName(folder);
        }
    }
}
