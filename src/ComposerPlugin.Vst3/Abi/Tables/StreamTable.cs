using System.Runtime.InteropServices;

namespace ComposerPlugin.Vst3;

/// <summary>Functions of IBStream.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct StreamTable
{
    public UnknownTable Unknown;
    public delegate* unmanaged<void*, void*, int, int*, int> Read;
    public delegate* unmanaged<void*, void*, int, int*, int> Write;
    public delegate* unmanaged<void*, long, int, long*, int> Seek;
    public delegate* unmanaged<void*, long*, int> Tell;
}
