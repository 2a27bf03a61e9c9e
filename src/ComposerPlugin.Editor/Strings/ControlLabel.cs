namespace ComposerPlugin.Editor;

/// <summary>What the window calls a control, and what it says about it.</summary>
/// <param name="Title">Its short name.</param>
/// <param name="Help">What it does to the music, with units, in a sentence or two.</param>
internal sealed record ControlLabel(string Title, string Help);
