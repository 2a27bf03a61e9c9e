using System.Runtime.InteropServices;

namespace ComposerPlugin.Vst3;

/// <summary>Functions of FUnknown, the first entries of every table.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct UnknownTable
{
    public delegate* unmanaged<void*, byte*, void**, int> QueryInterface;
    public delegate* unmanaged<void*, uint> AddRef;
    public delegate* unmanaged<void*, uint> Release;
}
