namespace ComposerPlugin.Models;

/// <summary>
/// The styles that are loaded in this process, each once, however many instances play it. A style that nobody holds any more is
/// closed; so one whose files have changed is read anew once all have let go of it.
/// </summary>
public static class StyleLibrary
{
    private static readonly Lock _gate = new();
    private static readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);

    /// <summary>[worker] The style of a folder, loaded if need be; each call is matched by a <see cref="Release"/>.</summary>
    /// <exception cref="StyleException">It cannot be used.</exception>
    public static Style Acquire(string folder)
    {
        string key = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        lock (_gate)
        {
            if (!_entries.TryGetValue(key, out var entry))
            {
                entry = new(Style.Load(key));
                _entries.Add(key, entry);
            }
            entry.Holders++;
            return entry.Style;
        }
    }

    /// <summary>[worker] Lets go of a style, whose models have been disposed of.</summary>
    /// <exception cref="ArgumentException">The style was not acquired here, or is released already.</exception>
    public static void Release(Style style)
    {
        lock (_gate)
        {
            var (key, entry) = _entries.FirstOrDefault(pair => pair.Value.Style == style);
            if (entry is null)
                throw new ArgumentException("The style is not held.", nameof(style));
            if (--entry.Holders > 0)
                return;
            _entries.Remove(key);
            style.Dispose();
        }
    }

    private sealed class Entry(Style style)
    {
        public Style Style { get; } = style;

        public int Holders { get; set; }
    }
}
