namespace ComposerPlugin.Styles;

/// <summary>A style in the catalog.</summary>
/// <param name="Slot">The value of the Style parameter, 0 to 126; <see cref="StyleCatalog.Slots"/> if it has none. Never changes.</param>
/// <param name="Id">The identifier saved in projects.</param>
/// <param name="Name">The display name.</param>
/// <param name="Folder">The full path of the folder.</param>
public sealed record StyleEntry(int Slot, string Id, string Name, string Folder);
