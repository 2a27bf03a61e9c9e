using ComposerPlugin.Styles;

namespace ComposerPlugin.Inference;

/// <summary>
/// The styles that are loaded in this process, each once, however many instances play it: so there is one copy of its weights. A style that
/// nobody holds any more is closed. One whose files have changed is loaded anew beside the old, which those that hold it keep.
/// </summary>
public static class StyleCache
{
    private static readonly Lock _gate = new();
    private static readonly Dictionary<Key, Entry> _entries = [];

    /// <summary>[loader] The style of a folder, loaded if need be; each call is matched by a <see cref="Release"/>.</summary>
    /// <param name="folder">The style's folder; it must not be a link.</param>
    /// <param name="provider">What it shall run on.</param>
    /// <exception cref="StyleException">It cannot be used.</exception>
    public static LoadedStyle Acquire(string folder, ExecutionProvider provider = ExecutionProvider.Cpu)
    {
        string path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        if (new DirectoryInfo(path).LinkTarget is not null)
            throw new StyleException($"The style {path} is a link to another folder", "put the style's folder itself there");
        var key = new Key(path, provider, FileStamp.Of(path));
        Entry entry;
        lock (_gate)
        {
            if (!_entries.TryGetValue(key, out entry!))
                _entries.Add(key, entry = new(new(() => LoadedStyle.Load(path, provider))));
            entry.Holders++;
        }
        try
        {
            // Outside the gate: whoever lets go of another style, or takes one that is loaded, does not wait for this one.
            return entry.Loading.Value;
        }
        catch
        {
            LetGo(key, entry);
            throw;
        }
    }

    /// <summary>[any] Lets go of a style, whose models have been disposed of.</summary>
    /// <exception cref="ArgumentException">The style was not acquired here, or is released already.</exception>
    public static void Release(LoadedStyle style)
    {
        KeyValuePair<Key, Entry> held;
        lock (_gate)
            held = _entries.FirstOrDefault(pair => pair.Value.Loading.IsValueCreated && pair.Value.Loading.Value == style);
        if (held.Value is null)
            throw new ArgumentException("The style is not held.", nameof(style));
        if (LetGo(held.Key, held.Value))
            style.Dispose();
    }

    // True when nobody holds it any more.
    private static bool LetGo(Key key, Entry entry)
    {
        lock (_gate)
            return --entry.Holders == 0 && _entries.Remove(key);
    }

    private readonly record struct Key(string Folder, ExecutionProvider Provider, long Stamp);

    private sealed class Entry(Lazy<LoadedStyle> loading)
    {
        public Lazy<LoadedStyle> Loading { get; } = loading;

        public int Holders { get; set; }
    }
}
