namespace ComposerPlugin.Editor.Tests;

/// <summary>Thirteen presets and two styles of the musician's own.</summary>
internal sealed class FakeStyles : IStyles
{
    private static readonly string[] Presets =
    [
        "Irish & Scots session", "Bach soprano", "Bach chorale, four parts", "Romantic song", "Hymn", "Early jazz", "Japanese songs 1895",
        "Pentatonic", "Irish passages", "Irish bars", "Romantic song, transformer", "Hymn, light", "Base",
    ];

    private readonly List<StyleItem> _items =
    [
        .. Presets.Select((name, slot) => new StyleItem(slot, $"preset-{slot}", name, IsPreset: true, IsFavourite: slot == 5)),
        new(64, "my-jam", "My jam", IsPreset: false, IsFavourite: true),
        new(65, "late-night-riffs", "Late night riffs", IsPreset: false, IsFavourite: false),
    ];

    public FakeStyles() => Current = _items[0];

    public List<string> Asked { get; } = [];

    /// <summary>The card of every style; null: one of this class.</summary>
    public StyleCard? Card { get; set; }

    public int Version { get; private set; }

    public IReadOnlyList<StyleItem> Items => _items;

    public StyleItem? Current { get; private set; }

    public string CurrentName => Current?.Name ?? Presets[0];

    public StyleCard Read(StyleItem style) => Card is { } card ? card with { Name = style.Name } : new(
        style.Name, "Session tunes of Ireland and Scotland: jigs, reels, hornpipes.", "Recurrent network (GRU)", "",
        "Tunes in the public domain (O'Neill's Music of Ireland 1903), transcribed by volunteers. "
            + "The weights are under the MIT licence.",
        [
            ("Trained on", "2,885 pieces, 491,528 notes"), ("Meters", "6/8, 2/2, 2/4, 4/4, 3/4, 9/8, 3/8, 12/8, 6/4, 5/4, 3/2"),
            ("Range", "G3 to A6"), ("Surprise", "1.51 bits a note, on tunes new to it"), ("Pitch accuracy", "68 % of notes predicted"),
            ("Time for a note", "0.20 ms, where it was measured"),
        ]);

    public void Choose(StyleItem style)
    {
        Current = style;
        Version++;
        Asked.Add($"choose {style.Id}");
    }

    public void Mark(StyleItem style, bool isFavourite)
    {
        _items[_items.IndexOf(style)] = style with { IsFavourite = isFavourite };
        Version++;
        Asked.Add($"mark {style.Id} {isFavourite}");
    }

    /// <summary>Installs another style of the musician's own.</summary>
    public void Add(string name)
    {
        _items.Add(new(64 + _items.Count, name, name, IsPreset: false, IsFavourite: false));
        Version++;
    }

    /// <summary>Removes styles.</summary>
    public void Remove(Predicate<StyleItem> which)
    {
        _items.RemoveAll(which);
        Version++;
    }

    public void ShowFolder(StyleItem? style) => Asked.Add($"folder {style?.Id}");

    public string TakeDropped(string path)
    {
        Asked.Add($"dropped {path}");
        return $"{Path.GetFileName(path)} is the phrase now: New take answers it.";
    }
}
