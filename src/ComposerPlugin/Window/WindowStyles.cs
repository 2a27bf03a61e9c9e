using ComposerPlugin.Editor;
using ComposerPlugin.Styles;

namespace ComposerPlugin;

/// <summary>[main] The styles, for the window.</summary>
/// <param name="choice">The parameter that chooses a style.</param>
/// <param name="usePhrase">Has the instance answer the phrase of a MIDI file; returns what was done, in one sentence.</param>
internal sealed class WindowStyles(IControl choice, Func<string, string> usePhrase) : IStyles
{
    private StyleList? _list;
    private int _slot = -1;
    private string _message = "";
    private Task<string>? _import;

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <inheritdoc/>
    public IReadOnlyList<StyleItem> Items { get; private set; } = [];

    /// <inheritdoc/>
    public StyleItem? Current { get; private set; }

    /// <inheritdoc/>
    public string CurrentName { get; private set; } = "";

    /// <summary>Looks whether a style was installed, removed or chosen.</summary>
    public void Refresh()
    {
        if (_import is { IsCompleted: true } import)
        {
            _import = null;
            _message = import.IsCompletedSuccessfully ? import.Result : NotInstalled(import.Exception!);
        }
        var list = StylePaths.Catalog.Current;
        int slot = (int)Parameters.Style.ToPlain(choice.Value);
        if (list == _list && slot == _slot)
            return;
        if (list != _list)
            Read(list);
        (_list, _slot) = (list, slot);
        Current = null;
        foreach (var item in Items)
        {
            if (item.Slot == slot)
                Current = item;
        }
        CurrentName = Current?.Name ?? StylePaths.Name(slot);
        Version++;
    }

    /// <summary>Takes the outcome of an installation; null if there is none.</summary>
    public string? TakeMessage()
    {
        string? message = _message.Length == 0 ? null : _message;
        _message = "";
        return message;
    }

    /// <inheritdoc/>
    public StyleCard Read(StyleItem style) => StyleCards.Read(style.Name, StylePaths.Folder(style.Id) ?? StylePaths.Presets);

    /// <inheritdoc/>
    public void Choose(StyleItem style) => choice.Choose(style.Slot);

    /// <inheritdoc/>
    public void Mark(StyleItem style, bool isFavourite)
    {
        var others = WindowSettings.Shared.Favourites.Where(id => id != style.Id);
        WindowSettings.Shared.Favourites = isFavourite ? [.. others, style.Id] : [.. others];
        _list = null;
    }

    /// <inheritdoc/>
    public void ShowFolder(StyleItem? style) =>
        _message = FileManager.Show((style is null ? null : StylePaths.Folder(style.Id)) ?? StylePaths.UserStyles) ?? _message;

    /// <inheritdoc/>
    public string TakeDropped(string path)
    {
        // A style.json stands for its folder.
        path = Path.TrimEndingDirectorySeparator(path);
        string folder = Path.GetFileName(path) == StyleFile.FileName ? Path.GetDirectoryName(path) ?? path : path;
        if (Directory.Exists(folder))
        {
            if (StylePaths.UserStyles is not { } userStyles)
                return FileManager.NoHome;
            if (_import is not null)
                return "Another style is being installed: drop this one again in a moment.";
            // The files may be large or far away: not on the host's thread.
            _import = Task.Run(() => StyleImport.Install(folder, userStyles));
            return $"Installing {Path.GetFileName(folder)}.";
        }
        return Path.GetExtension(path).ToUpperInvariant() is ".MID" or ".MIDI" or ".KAR" or ".RMI" or ".SMF"
            ? usePhrase(path)
            : $"{Path.GetFileName(path)} is neither a style's folder nor a MIDI file: drop one of these.";
    }

    // The message is that of the fault itself: what it does not expect must not end the window.
    private static string NotInstalled(AggregateException exception) =>
        $"The style was not installed ({StyleBorder.OneLine(exception.GetBaseException())}): export it again.";

    private void Read(StyleList list)
    {
        var favourites = WindowSettings.Shared.Favourites;
        Items =
        [
            .. list.Entries.Where(entry => entry.Slot < StyleCatalog.AsSaved).OrderBy(entry => entry.Slot).Select(entry => new StyleItem(
                entry.Slot, entry.Id, entry.Name, entry.Slot < StyleCatalog.PresetSlots, favourites.Contains(entry.Id))),
        ];
    }
}
