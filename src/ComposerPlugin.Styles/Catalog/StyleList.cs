namespace ComposerPlugin.Styles;

/// <summary>[any] An immutable list of the styles in the catalog.</summary>
/// <param name="entries">The styles, ordered by slot.</param>
public sealed class StyleList(IReadOnlyList<StyleEntry> entries)
{
    private readonly StyleEntry?[] _bySlot = BySlot(entries);

    /// <summary>No styles.</summary>
    public static StyleList Empty { get; } = new([]);

    /// <summary>The styles, ordered by slot; those without a slot come last.</summary>
    public IReadOnlyList<StyleEntry> Entries { get; } = entries;

    /// <summary>The style in a slot, or null.</summary>
    public StyleEntry? this[int slot] => slot >= 0 && slot < _bySlot.Length ? _bySlot[slot] : null;

    /// <summary>The style with an id, or null.</summary>
    public StyleEntry? Find(string id) => Entries.FirstOrDefault(entry => entry.Id == id);

    private static StyleEntry?[] BySlot(IReadOnlyList<StyleEntry> entries)
    {
        var bySlot = new StyleEntry?[StyleCatalog.AsSaved];
        foreach (var entry in entries)
        {
            if (entry.Slot < bySlot.Length)
                bySlot[entry.Slot] = entry;
        }
        return bySlot;
    }
}
