namespace ComposerPlugin.Styles;

/// <summary>A style in the list that the musician chooses from.</summary>
/// <param name="Slot">Its place in the list; it stays.</param>
/// <param name="Id">What a project keeps of it.</param>
/// <param name="Name">What the musician reads.</param>
/// <param name="Folder">Where it lies.</param>
public sealed record StyleEntry(int Slot, string Id, string Name, string Folder);
