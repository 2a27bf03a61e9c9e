namespace ComposerPlugin.Editor;

/// <summary>Size of a window: pixels on Linux and Windows, points on macOS.</summary>
/// <param name="Width">The width.</param>
/// <param name="Height">The height.</param>
public readonly record struct EditorSize(int Width, int Height);
