namespace ComposerPlugin.Editor;

/// <summary>[main] The rows of the style browser: the styles that match a search, in groups with headings.</summary>
internal sealed class StyleListing(IStyles styles) : IDisposable
{
    /// <summary>The height of a style's row, in units.</summary>
    public const float RowHeight = 27;

    private const float HeadingHeight = 30;

    private readonly List<StyleRow> _rows = [];

    /// <summary>The rows.</summary>
    public IReadOnlyList<StyleRow> Rows => _rows;

    /// <summary>Their height, in units.</summary>
    public float Height => _rows.Count == 0 ? 0 : _rows[^1].Bottom;

    /// <summary>Makes the rows anew.</summary>
    /// <param name="search">Words that names contain, all of them. With words, favourites have no group of their own.</param>
    /// <param name="textWidth">The width of texts, in units.</param>
    public void Build(string search, float textWidth)
    {
        Dispose();
        string[] words = search.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
            AddGroup(StyleStrings.Favourites, static style => style.IsFavourite, words, textWidth);
        AddGroup(StyleStrings.Presets, static style => style.IsPreset, words, textWidth);
        AddGroup(StyleStrings.Own, static style => !style.IsPreset, words, textWidth);
    }

    /// <summary>The number of the same row as one before; -1 if it is gone.</summary>
    public int Find(StyleRow? former) =>
        former is null ? -1 : _rows.FindIndex(row => row.Group == former.Group && row.Style?.Id == former.Style?.Id);

    /// <summary>The last row of a style: in its own group, where its neighbours are; -1 if there is none.</summary>
    public int Find(string? id) => id is null ? -1 : _rows.FindLastIndex(row => row.Style?.Id == id);

    /// <summary>The first row that is a style; -1 if there is none.</summary>
    public int FindFirst() => _rows.FindIndex(row => row.Style is not null);

    /// <summary>The row at a distance from the top, in units; -1 if there is none.</summary>
    public int At(float y) => _rows.FindIndex(row => y >= row.Top && y < row.Bottom);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var row in _rows)
            row.Text.Dispose();
        _rows.Clear();
    }

    private void AddGroup(string heading, Func<StyleItem, bool> belongs, string[] words, float textWidth)
    {
        bool isEmpty = true;
        for (int i = 0; i < styles.Items.Count; i++)
        {
            var style = styles.Items[i];
            if (!belongs(style) || !words.All(word => style.Name.Contains(word, StringComparison.OrdinalIgnoreCase)))
                continue;
            if (isEmpty)
                Add(heading, null, HeadingHeight, new(Fonts.Small, heading));
            isEmpty = false;
            var text = new TextLine(Fonts.Normal);
            text.Set(style.Name, textWidth);
            Add(heading, style, RowHeight, text);
        }
    }

    private void Add(string group, StyleItem? style, float height, TextLine text) => _rows.Add(new(group, style, Height, height, text));
}
