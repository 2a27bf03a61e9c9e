namespace ComposerPlugin.Editor;

/// <summary>A style in the window.</summary>
/// <param name="Slot">The entry of <see cref="ControlSet.Style"/>.</param>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsPreset">Whether it came with the plugin; otherwise it is the musician's own.</param>
/// <param name="IsFavourite">Whether the musician marked it.</param>
public sealed record StyleItem(int Slot, string Id, string Name, bool IsPreset, bool IsFavourite);
