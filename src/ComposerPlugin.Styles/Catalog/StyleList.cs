namespace ComposerPlugin.Styles;

/// <summary>[any] The styles that there are, as they were at one moment.</summary>
/// <param name="entries">The styles.</param>
public sealed class StyleList(IReadOnlyList<StyleEntry> entries)
{
    private readonly StyleEntry?[] _bySlot = BySlot(entries);

    /// <summary>No styles.</summary>
    public static StyleList Empty { get; } = new([]);

    /// <summary>The styles, by slot; those for which there is no slot left come last.</summary>
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
