namespace ComposerPlugin.Editor;

/// <summary>A box in the picture of a routing. An arrow leads to it from the box before.</summary>
/// <param name="Title">What it is.</param>
/// <param name="Detail">What it is set to; may be empty.</param>
/// <param name="Frame">The track around it, which it shares with neighbours of the same frame; empty if there is none.</param>
/// <param name="Arrow">The text on the arrow that leads to it; may be empty.</param>
/// <param name="IsPlugin">Whether it is this plugin.</param>
internal sealed record PictureBox(string Title, string Detail = "", string Frame = "", string Arrow = "", bool IsPlugin = false);
