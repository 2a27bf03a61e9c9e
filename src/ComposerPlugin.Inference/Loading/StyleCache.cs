using System.Diagnostics;
using ComposerPlugin.Styles;

namespace ComposerPlugin.Inference;

/// <summary>
/// The loaded styles of this process, shared by all instances, so that each style's weights are in memory once. Styles are
/// reference-counted and closed with the last reference. A style whose files have changed is loaded again; holders of the old one keep
/// it.
/// </summary>
public static class StyleCache
{
    private static readonly Lock _gate = new();
    private static readonly Dictionary<Key, Entry> _entries = [];

    /// <summary>[any] How long a style may load: many times what the largest needs from a slow disk.</summary>
    public static TimeSpan LoadLimit { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// [loader] Returns the style of a folder and loads it if necessary. Each call must be matched by a <see cref="Release"/>.
    /// </summary>
    /// <param name="folder">The style's folder; must not be a link.</param>
    /// <param name="provider">The requested execution provider.</param>
    /// <exception cref="StyleException">The style cannot be used.</exception>
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
            // Another thread is in it, and will not come back.
            if (!entry.Loading.IsValueCreated && Stopwatch.GetElapsedTime(entry.Began) > LoadLimit)
                throw new StyleException($"The style {path} does not load in time", "choose another style");
            entry.Holders++;
        }
        try
        {
            // Outside the lock, so that other styles can be acquired and released while this one loads.
            return entry.Loading.Value;
        }
        catch
        {
            Remove(key, entry);
            throw;
        }
    }

    /// <summary>[any] Releases a style. Its models must have been disposed of.</summary>
    /// <exception cref="ArgumentException">The style was not acquired here, or has been released.</exception>
    public static void Release(LoadedStyle style)
    {
        KeyValuePair<Key, Entry> held;
        lock (_gate)
            held = _entries.FirstOrDefault(pair => pair.Value.Loading.IsValueCreated && pair.Value.Loading.Value == style);
        if (held.Value is null)
            throw new ArgumentException("The style is not held.", nameof(style));
        if (Remove(held.Key, held.Value))
            style.Dispose();
    }

    // Removes one reference; true if it was the last.
    private static bool Remove(Key key, Entry entry)
    {
        lock (_gate)
            return --entry.Holders == 0 && _entries.Remove(key);
    }

    private readonly record struct Key(string Folder, ExecutionProvider Provider, long Stamp);

    private sealed class Entry(Lazy<LoadedStyle> loading)
    {
        public Lazy<LoadedStyle> Loading { get; } = loading;

        public long Began { get; } = Stopwatch.GetTimestamp();

        public int Holders { get; set; }
    }
}
