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
        LoadCancellation.Current?.Check(path);
        Entry entry;
        lock (_gate)
        {
            if (!_entries.TryGetValue(key, out entry!) || entry.IsCancelled)
                _entries[key] = entry = new(key, LoadCancellation.Current);
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
            Remove(entry);
            throw;
        }
    }

    /// <summary>[any] Releases a style. Its models must have been disposed of.</summary>
    /// <exception cref="ArgumentException">The style was not acquired here, or has been released.</exception>
    public static void Release(LoadedStyle style)
    {
        Entry? held;
        lock (_gate)
            held = _entries.Values.FirstOrDefault(entry => entry.Loading.IsValueCreated && entry.Loading.Value == style);
        if (held is null)
            throw new ArgumentException("The style is not held.", nameof(style));
        if (Remove(held))
            style.Dispose();
    }

    // Removes one reference; true if it was the last. Another may have taken the place of an entry that was cancelled.
    private static bool Remove(Entry entry)
    {
        lock (_gate)
            return --entry.Holders == 0 && _entries.TryGetValue(entry.Key, out var held) && held == entry && _entries.Remove(entry.Key);
    }

    private readonly record struct Key(string Folder, ExecutionProvider Provider, long Stamp);

    private sealed class Entry
    {
        private readonly LoadCancellation? _cancellation;
        private bool _isLoaded;

        public Entry(Key key, LoadCancellation? cancellation)
        {
            (Key, _cancellation) = (key, cancellation);
            Loading = new(Load);
        }

        public Key Key { get; }

        public Lazy<LoadedStyle> Loading { get; }

        public long Began { get; } = Stopwatch.GetTimestamp();

        public int Holders { get; set; }

        // Under the gate: whether the load is cancelled, so that it will fail.
        public bool IsCancelled => !_isLoaded && _cancellation is { IsCancelled: true };

        private LoadedStyle Load()
        {
            var style = LoadedStyle.Load(Key.Folder, Key.Provider);
            lock (_gate)
                _isLoaded = !IsCancelled;
            if (_isLoaded)
                return style;
            style.Dispose();
            _cancellation?.Check(Key.Folder);
            return style;
        }
    }
}
