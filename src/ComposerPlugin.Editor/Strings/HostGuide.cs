namespace ComposerPlugin.Editor;

/// <summary>How to hear the plugin in a host.</summary>
/// <param name="Name">The host.</param>
/// <param name="Matches">Parts of the names that it gives itself. A blank at an end stands for an end of the name too.</param>
/// <param name="Boxes">The picture: the way of the notes, from left to right.</param>
/// <param name="Steps">What to do.</param>
/// <param name="Note">What is particular about the host; may be empty.</param>
/// <param name="Tried">What we have tried ourselves; empty if nothing.</param>
internal sealed record HostGuide(
    string Name, string[] Matches, PictureBox[] Boxes, string[] Steps, string Note = "", string Tried = "");
