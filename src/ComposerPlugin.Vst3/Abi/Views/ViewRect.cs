using System.Runtime.InteropServices;

namespace ComposerPlugin.Vst3;

/// <summary>Position and size of a view in its parent: device pixels on Linux and Windows, points on macOS.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct ViewRect
{
    public int Left;
    public int Top;
    public int Right;
    public int Bottom;
}
