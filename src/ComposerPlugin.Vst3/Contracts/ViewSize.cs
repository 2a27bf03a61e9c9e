namespace ComposerPlugin.Vst3;

/// <summary>The size of a view: device pixels on Linux and Windows, points on macOS.</summary>
/// <param name="Width">The width.</param>
/// <param name="Height">The height.</param>
public readonly record struct ViewSize(int Width, int Height);
