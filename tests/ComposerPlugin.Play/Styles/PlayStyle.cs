namespace ComposerPlugin.Play;

/// <summary>A style that can be played.</summary>
/// <param name="Id">The id that projects save.</param>
/// <param name="Name">The name for musicians.</param>
/// <param name="Polyphony">The most notes that begin together; 1 for a melody.</param>
/// <param name="Folder">Its folder.</param>
internal sealed record PlayStyle(string Id, string Name, int Polyphony, string Folder);
